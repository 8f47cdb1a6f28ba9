package stt.engine.whisper;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnxruntime.OrtException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stt.engine.text.Tokenizer;
import stt.engine.vad.Piece;
import stt.inference.api.Thresholds;

class FallbackTest {

    private static final List<Double> TEMPERATURES = List.of(0.0, 0.2, 0.4);

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    Path folder;

    @SuppressWarnings("NullAway.Init") // set before each test
    private Doubts doubts;

    private final List<Double> tried = new ArrayList<>();

    @BeforeEach
    void prepare() throws Exception {
        Path file = java.nio.file.Files.writeString(
                folder.resolve("tokenizer.json"), "{\"model\": {\"vocab\": {\"ha\": 0, \"once\": 1}}}");
        doubts = new Doubts(Thresholds.DEFAULT, Tokenizer.load(file));
    }

    private static DecodedText text(double average, double noSpeech, double temperature, int... tokens) {
        return new DecodedText(
                new Piece(0, new float[0], List.of()),
                tokens,
                new double[tokens.length],
                average,
                noSpeech,
                true,
                0,
                temperature,
                new int[0]);
    }

    private static DecodedText repeating(double average, double temperature) {
        return text(average, 0, temperature, new int[40]);
    }

    private DecodedText settle(DecodedText first, DecodedText... next) throws OrtException {
        Fallback fallback =
                new Fallback(doubts, TEMPERATURES, text -> doubts.repeatsOrUnlikely(text) && !doubts.silent(text));
        return fallback.settle(first, temperature -> {
            tried.add(temperature);
            return next[tried.size() - 1];
        });
    }

    @Test
    void whatIsBelievedIsKept() throws OrtException {
        DecodedText first = text(-0.3, 0.1, 0, 1);
        assertThat(settle(first)).isSameAs(first);
        assertThat(tried).isEmpty();
    }

    @Test
    void unlikelyAndRepeatingTextsAreTriedAgain() throws OrtException {
        DecodedText good = text(-0.5, 0.1, 0.4, 1);
        assertThat(settle(text(-1.2, 0.1, 0, 1), repeating(-0.1, 0.2), good)).isSameAs(good);
        assertThat(tried).containsExactly(0.2, 0.4);
    }

    @Test
    void silenceIsNotTriedAgain() throws OrtException {
        DecodedText silence = text(-1.2, 0.9, 0, 1);
        assertThat(settle(silence)).isSameAs(silence);
        assertThat(doubts.silent(silence)).isTrue();
        assertThat(doubts.silent(text(-0.5, 0.9, 0, 1))).isFalse();
    }

    @Test
    void ofTextsThatAllFailTheLikeliestThatDoesNotRepeatItselfIsTaken() throws OrtException {
        DecodedText taken = settle(repeating(-0.1, 0), text(-1.5, 0.1, 0.2, 1), text(-2, 0.1, 0.4, 1));

        assertThat(taken.averageLogProbability()).isEqualTo(-1.5);
        assertThat(taken.temperature()).isEqualTo(0.4);
    }

    @Test
    void ofTextsThatAllRepeatThemselvesTheLikeliestIsTaken() throws OrtException {
        assertThat(settle(repeating(-0.3, 0), repeating(-0.1, 0.2), repeating(-0.2, 0.4))
                        .averageLogProbability())
                .isEqualTo(-0.1);
    }
}
