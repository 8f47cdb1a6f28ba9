package stt.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import stt.inference.api.CancelToken;

/** Channels apart. */
class ChannelsTest {

    private static final Path TWO_CHANNELS =
            Path.of(System.getProperty("stt.repository"), "bench", "speech", "two-channels.wav");

    private final AudioDecoder decoder = new AudioDecoder(Recordings.FFMPEG, Recordings.LIMITS);

    /** Sum of squares of a channel's samples. */
    private double energy(int channel) {
        double energy = 0;
        try (DecodedAudio audio = decoder.openChannel(TWO_CHANNELS, channel, new CancelToken())) {
            assertThat(audio.facts().channels()).isEqualTo(2);
            float[] block = new float[4_096];
            for (int read = audio.read(block, 0, block.length); read >= 0; read = audio.read(block, 0, block.length)) {
                for (int i = 0; i < read; i++) {
                    energy += block[i] * block[i];
                }
            }
            assertThat(audio.decoded().toMillis()).isEqualTo(5_000);
        }
        return energy;
    }

    @Test
    void eachChannelHasItsOwnSound() {
        assertThat(energy(0)).isPositive().isNotEqualTo(energy(1));
    }
}
