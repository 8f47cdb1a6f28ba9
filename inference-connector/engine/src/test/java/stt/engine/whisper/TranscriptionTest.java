package stt.engine.whisper;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import stt.engine.Recordings;
import stt.engine.SpeechModel;
import stt.engine.SpeechSession;
import stt.engine.StarterModels;
import stt.inference.api.AudioSource;
import stt.inference.api.CancelToken;
import stt.inference.api.RunControl;
import stt.inference.api.Transcript;
import stt.inference.api.TranscriptionOptions;
import stt.inference.api.Word;

/** Whisper base on real recordings. */
@Tag("models")
class TranscriptionTest {

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

    private static Transcript transcribe(float[] samples, TranscriptionOptions options) {
        return session.transcribe(
                AudioSource.of(samples), options, RunControl.of(new CancelToken(), Duration.ofMinutes(5)));
    }

    @Test
    void hearsKennedyWordForWord() {
        Transcript transcript = transcribe(Recordings.wav("jfk.wav"), TranscriptionOptions.DEFAULT);

        assertThat(transcript.text())
                .isEqualTo("And so my fellow Americans, ask not what your country can do for you,"
                        + " ask what you can do for your country.");
        assertThat(transcript.language()).isEqualTo("en");
        assertThat(transcript.duration()).isEqualTo(Duration.ofSeconds(11));
        assertThat(transcript.segments().get(0).words())
                .extracting(Word::text)
                .startsWith("And", "so", "my", "fellow", "Americans,")
                .hasSize(22);
    }
}
