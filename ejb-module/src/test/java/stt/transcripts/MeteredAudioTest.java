package stt.transcripts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import stt.credits.NoCredits;
import stt.inference.api.AudioSource;

class MeteredAudioTest {

    private static final int SECOND = AudioSource.SAMPLE_RATE_HZ;

    private final AtomicLong more = new AtomicLong();

    @Test
    void whatIsReservedIsReadWithoutReservingMore() {
        readAll(new MeteredAudio(AudioSource.of(new float[3 * SECOND]), 3_000, more::addAndGet));

        assertThat(more).hasValue(0);
    }

    @Test
    void whatIsLongerIsReservedBeforeItIsHeard() {
        readAll(new MeteredAudio(AudioSource.of(new float[10 * SECOND]), 3_000, more::addAndGet));

        assertThat(more.get()).isBetween(7_000L, 8_000L);
    }

    @Test
    void readingEndsWhenNoMoreCanBeReserved() {
        MeteredAudio audio = new MeteredAudio(AudioSource.of(new float[10 * SECOND]), 3_000, amount -> {
            throw new NoCredits();
        });

        assertThatThrownBy(() -> readAll(audio)).isInstanceOf(NoCredits.class);
    }

    private static void readAll(AudioSource audio) {
        float[] buffer = new float[SECOND / 10];
        int count = audio.read(buffer, 0, buffer.length);
        while (count >= 0) {
            count = audio.read(buffer, 0, buffer.length);
        }
    }
}
