import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

/**
 * {@code Fill FOLDER TRANSCRIPTS SEGMENTS ACCOUNT SHARE...}: writes transcript.csv, segment.csv and transcript_search.csv, for LOAD
 * DATA and CSVREAD. Each account has its share of the transcripts, per cent. Always the same for the same words.
 */
final class Fill {

    private static final int WORDS = 12; // of a segment
    private static final int VOCABULARY = 20_000;
    private static final long NOW = 1_764_000_000_000L;
    private static final long SPAN = 2L * 365 * 24 * 3_600_000; // two years
    private static final String[] LANGUAGES = {"en", "en", "en", "en", "en", "en", "de", "de", "fr", "pt"};
    private static final String[] SPEAKERS = {"Speaker 1", "Speaker 2", "Speaker 3"};

    private final Random random = new Random(1);
    private final String[] words = new String[VOCABULARY];
    private final int[] frequent = new int[1 << 16]; // Zipf's law: word n is n times rarer than the first

    private Fill() {
        double sum = 0;
        for (int i = 1; i <= VOCABULARY; i++) {
            sum += 1.0 / i;
        }
        int at = 0;
        double reached = 0;
        for (int i = 0; i < VOCABULARY; i++) {
            words[i] = word(i);
            reached += 1.0 / (i + 1) / sum;
            while (at < frequent.length && at < reached * frequent.length) {
                frequent[at++] = i;
            }
        }
    }

    public static void main(String[] args) throws IOException {
        new Fill().write(Path.of(args[0]), Integer.parseInt(args[1]), Integer.parseInt(args[2]), args);
    }

    private void write(Path folder, int transcripts, int segments, String[] args) throws IOException {
        try (BufferedWriter transcript = open(folder, "transcript");
                BufferedWriter segment = open(folder, "segment");
                BufferedWriter search = open(folder, "transcript_search")) {
            for (int i = 0; i < transcripts; i++) {
                String id = new UUID(random.nextLong(), random.nextLong()).toString();
                String account = account(i, args);
                boolean done = random.nextInt(100) < 97;
                String status = done ? "COMPLETED" : random.nextBoolean() ? "FAILED" : "CANCELLED";
                long created = NOW - (long) (random.nextDouble() * SPAN);
                String title = words[random.nextInt(VOCABULARY)] + " " + words[random.nextInt(VOCABULARY)];
                line(transcript, id, account, title, status, "base", LANGUAGES[random.nextInt(LANGUAGES.length)],
                        segments * 4_000L, created, created + 60_000);
                Set<String> terms = new LinkedHashSet<>();
                terms.add("a_" + account.replace("-", ""));
                add(terms, title);
                for (int j = 0; done && j < segments; j++) {
                    segment(segment, id, j, terms);
                }
                line(search, id, account, " " + String.join(" ", terms) + " ");
            }
        }
    }

    private void segment(BufferedWriter out, String id, int ordinal, Set<String> terms) throws IOException {
        StringBuilder text = new StringBuilder();
        StringBuilder timed = new StringBuilder("[");
        for (int i = 0; i < WORDS; i++) {
            String word = words[frequent[random.nextInt(frequent.length)]];
            long start = ordinal * 4_000L + i * 320L;
            text.append(i == 0 ? "" : " ").append(word);
            timed.append(i == 0 ? "" : ",").append("[''").append(word).append("'',").append(start).append(',')
                    .append(start + 300).append(",0.9312]");
            terms.add("w_" + word);
        }
        line(out, id, ordinal, ordinal * 4_000L, ordinal * 4_000L + 3_900, text, "0.93",
                timed.append("]").toString().replace("''", "\"\""), SPEAKERS[random.nextInt(SPEAKERS.length)]);
    }

    /** By shares: transcript i belongs to whoever has per cent i modulo 100. */
    private static String account(int i, String[] args) {
        int left = i % 100;
        int at = 3;
        while (left >= Integer.parseInt(args[at + 1])) {
            left -= Integer.parseInt(args[at + 1]);
            at += 2;
        }
        return args[at];
    }

    private static void add(Set<String> terms, String text) {
        for (String word : text.split(" ", -1)) {
            terms.add("w_" + word);
        }
    }

    private static BufferedWriter open(Path folder, String table) throws IOException {
        return Files.newBufferedWriter(folder.resolve(table + ".csv"), StandardCharsets.US_ASCII);
    }

    private static void line(BufferedWriter out, Object... fields) throws IOException {
        for (int i = 0; i < fields.length; i++) {
            out.write(i == 0 ? "\"" : ",\"");
            out.write(String.valueOf(fields[i]));
            out.write('"');
        }
        out.write('\n');
    }

    /** Pronounceable, and no two alike. */
    private static String word(int number) {
        StringBuilder word = new StringBuilder();
        for (int rest = number + 50; rest > 0; rest /= 70) {
            word.append("bdfghklmnprstv".charAt(rest % 70 / 5)).append("aeiou".charAt(rest % 5));
        }
        return word.toString();
    }
}
