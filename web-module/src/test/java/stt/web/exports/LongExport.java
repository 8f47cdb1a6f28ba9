package stt.web.exports;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import stt.inference.api.Segment;
import stt.inference.api.Word;
import stt.transcripts.ShownSegment;
import stt.web.library.PagedReading;

/** A program that exports a transcript of so many hours in every format, and says how many bytes each has. */
final class LongExport {

    private static final int SEGMENTS_AN_HOUR = 800;
    private static final int WORDS = 14;
    private static final long SEGMENT_MILLIS = 4_500;

    private LongExport() {}

    /** The number of hours. */
    public static void main(String[] hours) throws IOException {
        int segments = Integer.parseInt(hours[0]) * SEGMENTS_AN_HOUR;
        Export export = Spoken.transcript(
                "long",
                "en",
                List.of("Anna", "Bo"),
                new PagedReading<>((from, most) -> page(from, Math.min(segments, from + most))),
                Duration.ofMillis(segments * SEGMENT_MILLIS));
        for (ExportFormat format : ExportFormat.values()) {
            Counting out = new Counting();
            format.write(export, out);
            System.out.println(format + " " + out.bytes); // to the test that started this
        }
    }

    private static List<ShownSegment> page(int from, int to) {
        List<ShownSegment> page = new ArrayList<>();
        for (int i = from; i < to; i++) {
            page.add(segment(i));
        }
        return page;
    }

    private static ShownSegment segment(int order) {
        long start = order * SEGMENT_MILLIS;
        List<Word> words = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < WORDS; i++) {
            String word = "word" + (order + i) % 5_000;
            words.add(new Word(
                    word, Duration.ofMillis(start + i * 300L), Duration.ofMillis(start + i * 300L + 250), 0.9));
            text.append(i == 0 ? "" : " ").append(word);
        }
        return new ShownSegment(
                order,
                new Segment(Duration.ofMillis(start), Duration.ofMillis(start + 4_400), text.toString(), 0.9, words),
                Optional.of(order % 3 == 0 ? "Anna" : "Bo"),
                Optional.empty(),
                Optional.empty());
    }

    private static final class Counting extends OutputStream {

        private long bytes;

        @Override
        public void write(int b) {
            bytes++;
        }

        @Override
        public void write(byte[] some, int from, int length) {
            bytes += length;
        }
    }
}
