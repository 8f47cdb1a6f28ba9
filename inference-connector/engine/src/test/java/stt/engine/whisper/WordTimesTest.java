package stt.engine.whisper;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import stt.engine.Recordings;
import stt.engine.SpeechModel;
import stt.engine.SpeechSession;
import stt.engine.StarterModels;
import stt.engine.WordErrors;
import stt.inference.api.AudioSource;
import stt.inference.api.CancelToken;
import stt.inference.api.RunControl;
import stt.inference.api.TranscriptionOptions;

/** Where words are heard, against faster-whisper with the same weights: src/test/python/word_times.py. */
@Tag("models")
class WordTimesTest {

    /** What two times may differ by, in seconds, and a rounding error of both. */
    private static final double ALIKE = 0.1 + 1e-6;

    private record TimedWord(String text, double start, double end) {
        boolean near(TimedWord other) {
            return Math.abs(start - other.start) <= ALIKE && Math.abs(end - other.end) <= ALIKE;
        }
    }

    /** Two speakers at once on the phone, heard with other words: what is in common there is timed less alike. */
    private static final String OVERLAPPING = "conversation.wav";

    private static SpeechModel model;
    private static SpeechSession session;

    @BeforeAll
    static void load() {
        model = StarterModels.load("base");
        session = model.open();
    }

    @AfterAll
    static void free() {
        session.close();
        model.close();
    }

    @Test
    void wordsOfOneSpeakerAtATimeAreHeardWhereFasterWhisperHearsThem() throws Exception {
        List<TimedWord[]> pairs = new ArrayList<>();
        for (String recording : reference().keySet()) {
            pairs.addAll(recording.equals(OVERLAPPING) ? List.of() : pairs(recording));
        }
        assertThat(pairs).hasSizeGreaterThan(150);
        assertThat(share("one speaker at a time", pairs)).isGreaterThanOrEqualTo(0.95);
    }

    @Test
    void mostWordsOfOverlappingSpeakersAreToo() throws Exception {
        List<TimedWord[]> pairs = pairs(OVERLAPPING);

        assertThat(pairs).hasSizeGreaterThan(50);
        assertThat(share(OVERLAPPING, pairs)).isGreaterThanOrEqualTo(0.7);
    }

    private static double share(String what, List<TimedWord[]> pairs) {
        List<TimedWord[]> apart =
                pairs.stream().filter(pair -> !pair[1].near(pair[0])).toList();
        double share = 1 - (double) apart.size() / pairs.size();
        System.out.printf("%s: %.3f of %d words are within 0.1 s%n", what, share, pairs.size());
        apart.forEach(pair -> System.out.println("  expected " + pair[0] + ", heard " + pair[1]));
        return share;
    }

    private static List<TimedWord[]> pairs(String recording) throws Exception {
        return alike(words(reference().getJsonArray(recording)), heard(recording));
    }

    private static JsonObject reference() throws Exception {
        try (InputStream in = requireNonNull(WordTimesTest.class.getResourceAsStream("word-times.json"));
                JsonReader reader = Json.createReader(in)) {
            return reader.readObject();
        }
    }

    private static List<TimedWord> words(JsonArray words) {
        return words.getValuesAs(JsonArray.class).stream()
                .map(word -> new TimedWord(
                        normalized(word.getString(0)),
                        word.getJsonNumber(1).doubleValue(),
                        word.getJsonNumber(2).doubleValue()))
                .toList();
    }

    private static List<TimedWord> heard(String recording) {
        return session
                .transcribe(
                        AudioSource.of(Recordings.wav(recording)),
                        TranscriptionOptions.DEFAULT,
                        RunControl.of(new CancelToken(), Duration.ofMinutes(5)))
                .segments()
                .stream()
                .flatMap(segment -> segment.words().stream())
                .map(word -> new TimedWord(normalized(word.text()), seconds(word.start()), seconds(word.end())))
                .toList();
    }

    private static String normalized(String word) {
        return String.join(" ", WordErrors.words(word));
    }

    private static double seconds(Duration time) {
        return time.toMillis() / 1000.0;
    }

    /** Pairs of the longest sequence of words that both have; a word of which neither neighbour is alike may be another. */
    private static List<TimedWord[]> alike(List<TimedWord> one, List<TimedWord> other) {
        int[][] longest = new int[one.size() + 1][other.size() + 1];
        for (int i = one.size() - 1; i >= 0; i--) {
            for (int j = other.size() - 1; j >= 0; j--) {
                longest[i][j] = same(one, i, other, j)
                        ? longest[i + 1][j + 1] + 1
                        : Math.max(longest[i + 1][j], longest[i][j + 1]);
            }
        }
        List<TimedWord[]> pairs = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < one.size() && j < other.size()) {
            if (same(one, i, other, j)) {
                if (same(one, i - 1, other, j - 1) || same(one, i + 1, other, j + 1)) {
                    pairs.add(new TimedWord[] {one.get(i), other.get(j)});
                }
                i++;
                j++;
            } else if (longest[i + 1][j] >= longest[i][j + 1]) {
                i++;
            } else {
                j++;
            }
        }
        return pairs;
    }

    private static boolean same(List<TimedWord> one, int i, List<TimedWord> other, int j) {
        boolean inside = i >= 0 && j >= 0 && i < one.size() && j < other.size();
        return inside && one.get(i).text().equals(other.get(j).text());
    }
}
