package stt.inference.api;

/**
 * How to tell speakers apart.
 *
 * @param speakers how many there are; 0 to find out
 */
public record DiarizationOptions(int speakers) {

    /** Finds out how many speakers there are. */
    public static final DiarizationOptions DEFAULT = new DiarizationOptions(0);

    public DiarizationOptions {
        if (speakers < 0) {
            throw new IllegalArgumentException("there cannot be fewer than 0 speakers, found " + speakers);
        }
    }
}
