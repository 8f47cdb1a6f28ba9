package stt.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/** The recordings of {@code bench/speech}, mixed down to mono and resampled to 16 kHz. */
public final class Recordings {

    private static final int RATE = 16_000;

    private Recordings() {}

    /** The folder. */
    public static Path folder() {
        return Path.of(System.getProperty("stt.repository", "."), "bench", "speech");
    }

    /** A PCM WAV file with 16 bits a sample. */
    public static float[] wav(String name) {
        try {
            return read(
                    ByteBuffer.wrap(Files.readAllBytes(folder().resolve(name))).order(ByteOrder.LITTLE_ENDIAN));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static float[] read(ByteBuffer file) {
        int channels = 1;
        int rate = RATE;
        int chunk = 12;
        while (file.getInt(chunk) != 0x61746164) { // "data"
            if (file.getInt(chunk) == 0x20746d66) { // "fmt "
                channels = file.getShort(chunk + 10);
                rate = file.getInt(chunk + 12);
            }
            int size = file.getInt(chunk + 4);
            chunk += 8 + size + (size & 1);
        }
        int bytes = Math.min(file.getInt(chunk + 4), file.capacity() - chunk - 8);
        float[] mono = new float[bytes / (2 * channels)];
        for (int i = 0; i < mono.length * channels; i++) {
            mono[i / channels] += file.getShort(chunk + 8 + 2 * i) / (32768f * channels);
        }
        return rate == RATE ? mono : resampled(mono, (double) rate / RATE);
    }

    /** Windowed-sinc interpolation, low-passed at the new rate; {@code step} old samples for a new one. */
    private static float[] resampled(float[] from, double step) {
        float[] to = new float[(int) (from.length / step)];
        int reach = (int) Math.ceil(16 * step);
        for (int i = 0; i < to.length; i++) {
            double at = i * step;
            int middle = (int) at;
            double sum = 0;
            for (int j = Math.max(0, middle - reach); j <= Math.min(from.length - 1, middle + reach); j++) {
                double x = Math.PI * (j - at) / step;
                double sinc = Math.abs(x) < 1e-9 ? 1 : Math.sin(x) / x;
                sum += from[j] * sinc * (0.5 + 0.5 * Math.cos(Math.PI * (j - at) / (reach + 1))) / step;
            }
            to[i] = (float) sum;
        }
        return to;
    }
}
