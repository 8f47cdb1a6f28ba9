package stt.connector;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.util.Objects;

/**
 * "And so, my fellow Americans": the first two and a half seconds of John F. Kennedy's inaugural address of 1961, public
 * domain, 16-bit little-endian samples at 16 kHz.
 */
final class ProbeSpeech {

    private static final String RESOURCE = "probe.s16le";

    private ProbeSpeech() {}

    /** The samples, in [-1, 1]; a new array each time. */
    static float[] samples() {
        ShortBuffer pcm =
                ByteBuffer.wrap(bytes()).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer();
        float[] samples = new float[pcm.remaining()];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = pcm.get(i) / 32768f;
        }
        return samples;
    }

    private static byte[] bytes() {
        try (InputStream in = ProbeSpeech.class.getResourceAsStream(RESOURCE)) {
            return Objects.requireNonNull(in, RESOURCE + " is missing from the jar")
                    .readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
