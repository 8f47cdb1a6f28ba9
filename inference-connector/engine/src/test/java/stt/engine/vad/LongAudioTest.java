package stt.engine.vad;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession.RunOptions;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import stt.engine.Recordings;
import stt.engine.StarterModels;
import stt.inference.api.AudioSource;
import stt.inference.api.Vad;

/** What is held does not depend on how long the audio is. */
@Tag("models")
class LongAudioTest {

    /** Speech and silence, over and over, for a given time; never in memory as a whole. */
    private static AudioSource endless(float[] speech, long samples) {
        return new AudioSource() {
            private long next;

            @Override
            public int read(float[] buffer, int offset, int length) {
                int count = (int) Math.min(length, samples - next);
                for (int i = 0; i < count; i++) {
                    buffer[offset + i] = speech[(int) ((next + i) % speech.length)];
                }
                next += count;
                return count == 0 ? -1 : count;
            }

            @Override
            public void close() {}
        };
    }

    @Test
    void holdsNoMoreThanAMinuteOfTen() throws OrtException {
        long length = 600L * AudioSource.SAMPLE_RATE_HZ;
        try (SileroVad model = SileroVad.load(StarterModels.silero());
                RunOptions options = new RunOptions();
                SpeechPieces pieces =
                        new SpeechPieces(endless(Recordings.wav("jfk.wav"), length), model, Vad.DEFAULT)) {
            long last = 0;
            int count = 0;
            for (Optional<Piece> next = pieces.next(options); next.isPresent(); next = pieces.next(options)) {
                assertThat(next.get().start()).isGreaterThanOrEqualTo(last);
                assertThat(next.get().samples().length).isLessThanOrEqualTo(28 * AudioSource.SAMPLE_RATE_HZ);
                last = next.get().end();
                count++;
            }
            assertThat(pieces.position()).isEqualTo(length);
            assertThat(count).isBetween(600 / 28, 600 / 8);
            assertThat(last).isGreaterThan(length - 5L * AudioSource.SAMPLE_RATE_HZ);
            assertThat(pieces.mostHeld()).isLessThan(SpeechPieces.LONGEST_HELD_SECONDS * AudioSource.SAMPLE_RATE_HZ);
        }
    }

    @Test
    void withoutDetectionEverySampleIsInOnePiece() throws OrtException {
        long length = 100L * AudioSource.SAMPLE_RATE_HZ + 123;
        try (SileroVad model = SileroVad.load(StarterModels.silero());
                RunOptions options = new RunOptions();
                SpeechPieces pieces = new SpeechPieces(endless(Recordings.wav("jfk.wav"), length), model, Vad.OFF)) {
            long last = 0;
            for (Optional<Piece> next = pieces.next(options); next.isPresent(); next = pieces.next(options)) {
                assertThat(next.get().start()).isEqualTo(last);
                assertThat(next.get().samples().length).isLessThanOrEqualTo(28 * AudioSource.SAMPLE_RATE_HZ);
                last = next.get().end();
            }
            assertThat(last).isEqualTo(length);
        }
    }
}
