package stt.web.subtitles;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import stt.inference.api.Segment;
import stt.inference.api.Word;

/** Segments to cut, said at a steady pace. */
final class Speech {

    private Speech() {}

    /** Words separated by spaces in {@code text}, {@code millis} each, from {@code start} milliseconds on. */
    static Segment spoken(String text, long start, long millis) {
        return spoken(text, List.of(text.split(" ", -1)), start, millis);
    }

    static Segment spoken(String text, List<String> words, long start, long millis) {
        List<Word> timed = new ArrayList<>();
        for (String word : words) {
            long from = start + timed.size() * millis;
            timed.add(new Word(word, Duration.ofMillis(from), Duration.ofMillis(from + millis), 0.9));
        }
        return new Segment(
                Duration.ofMillis(start), Duration.ofMillis(start + words.size() * millis), text, 0.9, timed);
    }

    static Segment untimed(String text, long start, long end) {
        return new Segment(Duration.ofMillis(start), Duration.ofMillis(end), text, 0.9, List.of());
    }
}
