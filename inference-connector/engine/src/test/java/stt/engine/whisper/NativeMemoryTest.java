package stt.engine.whisper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import stt.engine.Recordings;
import stt.engine.SpeechModel;
import stt.engine.SpeechSession;
import stt.engine.StarterModels;
import stt.inference.api.AudioSource;
import stt.inference.api.CancelToken;
import stt.inference.api.RunControl;
import stt.inference.api.TranscriptionOptions;

/** Loading, opening, running, failing and closing again and again leaves no native memory behind. */
@Tag("models")
class NativeMemoryTest {

    private static final Path STATUS = Path.of("/proc/self/status");

    /** What the allocator and the runtime may keep, in MB; a leaked model is 60 MB a round, a leaked session more. */
    private static final long TOLERATED = 60;

    private static long residentMegabytes() throws IOException {
        System.gc();
        return Files.readAllLines(STATUS).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .sum();
    }

    private static void transcribe(SpeechModel model, float[] samples) {
        try (SpeechSession session = model.open()) {
            session.transcribe(
                    AudioSource.of(samples),
                    TranscriptionOptions.DEFAULT,
                    RunControl.of(new CancelToken(), Duration.ofMinutes(1)));
        }
    }

    @Test
    void modelsAndSessionsGiveTheirMemoryBack() throws IOException {
        assumeThat(STATUS).exists();
        float[] samples = Recordings.wav("jfk.wav");
        for (int round = 0; round < 2; round++) {
            try (SpeechModel model = StarterModels.load("tiny.en")) {
                transcribe(model, samples);
            }
        }
        long before = residentMegabytes();
        for (int round = 0; round < 8; round++) {
            try (SpeechModel model = StarterModels.load("tiny.en")) {
                transcribe(model, samples);
                transcribe(model, samples);
            }
        }
        assertThat(residentMegabytes() - before).isLessThan(TOLERATED);
    }

    @Test
    void sessionsOfOneModelReuseMemory() throws IOException {
        assumeThat(STATUS).exists();
        float[] samples = Recordings.wav("jfk.wav");
        try (SpeechModel model = StarterModels.load("tiny.en")) {
            transcribe(model, samples);
            transcribe(model, samples);
            long before = residentMegabytes();
            for (int round = 0; round < 15; round++) {
                transcribe(model, samples);
            }
            assertThat(residentMegabytes() - before).isLessThan(TOLERATED);
        }
    }
}
