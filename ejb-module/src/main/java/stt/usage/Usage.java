package stt.usage;

/**
 * How much was done.
 *
 * @param millis of audio
 * @param characters of text
 * @param cents that it cost
 */
public record Usage(long requests, long millis, long characters, long cents) {

    /** Nothing. */
    public static final Usage NONE = new Usage(0, 0, 0, 0);

    /** Both together. */
    public Usage plus(Usage other) {
        return new Usage(
                requests + other.requests, millis + other.millis, characters + other.characters, cents + other.cents);
    }
}
