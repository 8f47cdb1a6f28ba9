package stt.engine.whispercpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.givimad.whisperjni.WhisperFullParams;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import stt.inference.api.Beam;
import stt.inference.api.Sampling;
import stt.inference.api.Strategy;
import stt.inference.api.Task;
import stt.inference.api.Thresholds;
import stt.inference.api.TranscriptionOptions;
import stt.inference.api.UnsupportedTask;

class DecodingParametersTest {

    private static final ModelLanguages ENGLISH = new ModelLanguages(List.of("en"), false);
    private static final ModelLanguages MANY = new ModelLanguages(List.of("en", "de"), true);

    private static WhisperFullParams of(TranscriptionOptions options) {
        return new DecodingParameters(options, MANY, "m").of("de", Optional.empty(), 2);
    }

    @Test
    void nothingOfEarlierRunsIsTold() {
        WhisperFullParams parameters = of(TranscriptionOptions.DEFAULT);
        assertThat(parameters.noContext).isTrue();
        assertThat(parameters.initialPrompt).isNull();
        assertThat(parameters.language).isEqualTo("de");
        assertThat(parameters.translate).isFalse();
        assertThat(parameters.nThreads).isEqualTo(2);
    }

    @Test
    void theFallbackOfTheReferenceIsFollowed() {
        WhisperFullParams parameters = of(TranscriptionOptions.accurate());
        assertThat(parameters.beamSearchBeamSize).isEqualTo(5);
        assertThat(parameters.temperature).isZero();
        assertThat(parameters.temperatureInc).isEqualTo(0.2f);
        assertThat(parameters.greedyBestOf).isEqualTo(5);
        assertThat(parameters.logprobThold).isEqualTo(-1);
        assertThat(parameters.entropyThold).isEqualTo(2.4f);
    }

    @Test
    void repairIsAnotherTemperatureAndWithoutItThereIsOne() {
        assertThat(of(TranscriptionOptions.balanced()).temperatureInc).isEqualTo(0.4f);
        WhisperFullParams once = of(TranscriptionOptions.DEFAULT.withDecoding(
                TranscriptionOptions.fast().decoding().with(Thresholds.NONE)));
        assertThat(once.temperatureInc).isZero();
        assertThat(once.logprobThold).isLessThan(-1000);
        assertThat(once.entropyThold).isLessThan(0);
    }

    @Test
    void noMoreTextsAreFollowedThanWhisperCppCan() {
        TranscriptionOptions wide = TranscriptionOptions.DEFAULT.withDecoding(TranscriptionOptions.DEFAULT
                .decoding()
                .with(Beam.of(10))
                .with(new Sampling(List.of(0.0, 0.5), 10, 0))
                .with(Thresholds.DEFAULT));
        assertThat(of(wide).beamSearchBeamSize).isEqualTo(8);
        assertThat(of(wide).greedyBestOf).isEqualTo(8);
    }

    @Test
    void whatCannotBeDoneIsSaid() {
        TranscriptionOptions options = TranscriptionOptions.DEFAULT.withStrategy(Strategy.SEQUENTIAL);
        assertThat(new DecodingParameters(options, MANY, "m").warnings())
                .containsExactly(
                        "The model m tells no times of words.", "The model m decodes recordings in pieces only.");
        assertThat(new DecodingParameters(TranscriptionOptions.DEFAULT.withWordTimes(false), MANY, "m").warnings())
                .isEmpty();
    }

    @Test
    void onlyAMultilingualModelTranslates() {
        TranscriptionOptions translate = TranscriptionOptions.DEFAULT.withTask(Task.TRANSLATE);
        assertThat(of(translate).translate).isTrue();
        assertThatThrownBy(() -> new DecodingParameters(translate, ENGLISH, "m"))
                .isInstanceOf(UnsupportedTask.class);
    }
}
