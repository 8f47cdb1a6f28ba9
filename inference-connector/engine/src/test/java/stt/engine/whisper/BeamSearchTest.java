package stt.engine.whisper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.onnxruntime.OrtException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import stt.engine.EngineOptions;
import stt.engine.Recordings;
import stt.engine.StarterModels;
import stt.engine.onnx.CancellableRun;
import stt.engine.onnx.OnnxGraph;
import stt.inference.api.Beam;
import stt.inference.api.CancelToken;

/** Beam search on the small English-only model: what it says of its best text is what the model says of that text alone. */
@Tag("models")
class BeamSearchTest {

    private static OnnxGraph encoderGraph;
    private static OnnxGraph decoderGraph;
    private static WhisperFacts facts;
    private static TextDecoder decoder;
    private static CancellableRun run;

    @BeforeAll
    static void hearKennedy() throws OrtException {
        Path folder = StarterModels.folder("tiny.en");
        facts = WhisperFacts.read(folder.resolve("whisper.json"));
        encoderGraph = OnnxGraph.open(folder.resolve("encoder.onnx"), EngineOptions.cpu(2));
        decoderGraph = OnnxGraph.open(folder.resolve("decoder.onnx"), EngineOptions.cpu(2));
        run = new CancellableRun(new CancelToken());
        CrossAttention cross = new CrossAttention(facts, decoderGraph.inputType("ck0"), 1);
        cross.resize(1, CrossAttention.FULL_POSITIONS);
        new AudioEncoder(encoderGraph, facts).encode(Recordings.wav("jfk.wav"), cross, 0, run.options());
        decoder = new TextDecoder(decoderGraph, facts, cross);
    }

    @AfterAll
    static void free() {
        decoder.close();
        run.close();
        decoderGraph.close();
        encoderGraph.close();
    }

    private static int[] prompt(boolean timed) {
        SpecialTokens tokens = facts.tokens();
        return timed
                ? new int[] {tokens.startOfTranscript()}
                : new int[] {tokens.startOfTranscript(), tokens.noTimestamps()};
    }

    private static Draft search(Beam beam, boolean timed) throws OrtException {
        TokenRules rules = new TokenRules(facts, timed);
        decoder.begin(DecoderLayout.ofOneWindow(beam.size(), 2 + TextDecoder.LONGEST_TEXT));
        return new BeamSearch(decoder, rules, beam, new float[facts.vocabulary()])
                .best(prompt(timed), TextDecoder.LONGEST_TEXT, run);
    }

    /** Log-probability of the tokens of {@code text} when the model is made to write them, one after the other. */
    private static double[] rescored(Draft text, boolean timed) throws OrtException {
        TokenRules rules = new TokenRules(facts, timed);
        float[] scores = new float[facts.vocabulary()];
        double[] logProbabilities = new double[text.count()];
        Draft forced = new Draft();
        int[] next = prompt(timed);
        decoder.begin(DecoderLayout.ofOneWindow(1, 2 + TextDecoder.LONGEST_TEXT));
        for (int i = 0; i < text.count(); i++) {
            decoder.step(new int[][] {next}, 1, run.options());
            decoder.scores(0, scores);
            rules.apply(scores, forced);
            logProbabilities[i] = scores[text.token(i)] - Softmax.logSum(scores, 0, rules.limit());
            forced.append(text.token(i), logProbabilities[i]);
            next = new int[] {text.token(i)};
        }
        return logProbabilities;
    }

    /** Rows move while texts overtake each other: keys and values of another text would change these numbers. */
    @ParameterizedTest
    @CsvSource({"2, 1, false", "5, 1, false", "10, 1, false", "5, 2.5, false", "2, 1, true", "5, 1, true", "10, 2, true"
    })
    void everyTextKeepsItsOwnKeysAndValues(int size, double patience, boolean timed) throws OrtException {
        Draft best = search(new Beam(size, patience, 1), timed);

        assertThat(best.complete()).isTrue();
        assertThat(best.count()).isBetween(20, 40);
        assertThat(rescored(best, timed)).containsExactly(best.logProbabilities(), within(0.02));
    }

    @Test
    void oneTextIsTheGreedyOne() throws OrtException {
        Draft greedy = new Draft();
        LikeliestToken choice = new LikeliestToken(new TokenRules(facts, false));
        float[] scores = new float[facts.vocabulary()];
        int[] next = prompt(false);
        decoder.begin(DecoderLayout.ofOneWindow(1, 2 + TextDecoder.LONGEST_TEXT));
        while (greedy.count() < 40) {
            decoder.step(new int[][] {next}, 1, run.options());
            decoder.scores(0, scores);
            choice.choose(scores, greedy);
            if (choice.token() == facts.tokens().endOfText()) {
                break;
            }
            greedy.append(choice.token(), choice.logProbability());
            next = new int[] {choice.token()};
        }
        assertThat(search(Beam.GREEDY, false).tokens()).isEqualTo(greedy.tokens());
    }

    @Test
    void aWiderBeamFindsATextThatIsNoLessLikely() throws OrtException {
        double greedy = search(Beam.GREEDY, false).score(1);

        assertThat(search(Beam.of(5), false).score(1)).isGreaterThanOrEqualTo(greedy - 0.001);
    }
}
