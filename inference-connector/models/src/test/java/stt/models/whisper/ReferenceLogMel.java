package stt.models.whisper;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whisper's log-mel spectrogram by its definition (Radford et al. 2022, section 2.2), slow and plain. */
final class ReferenceLogMel {
    private static final int WINDOW = 400;
    private static final int HOP = 160;
    private static final int RATE = 16_000;
    private static final int SILENCE = 200; // frames of zeros at the end: two seconds

    private ReferenceLogMel() {}

    /** [bins][frames] of a 16 kHz mono WAV file with 16-bit samples and a header of 44 bytes or with more chunks. */
    static float[][] of(Path recording, int bins) throws IOException {
        double[] samples = samples(recording);
        int frames = samples.length / HOP / 2 * 2;
        double[][] filters = filters(bins);
        double[][] logs = new double[bins][frames];
        double highest = Double.NEGATIVE_INFINITY;
        for (int t = 0; t < samples.length / HOP; t++) {
            double[] power = power(samples, t * HOP - WINDOW / 2);
            for (int bin = 0; bin < bins; bin++) {
                double sum = 0;
                for (int k = 0; k < power.length; k++) {
                    sum += filters[bin][k] * power[k];
                }
                double log = Math.log10(Math.max(sum, 1e-10));
                highest = Math.max(highest, log);
                if (t < frames) {
                    logs[bin][t] = log;
                }
            }
        }
        float[][] mel = new float[bins][frames + SILENCE];
        for (int bin = 0; bin < bins; bin++) {
            for (int t = 0; t < frames; t++) {
                mel[bin][t] = (float) ((Math.max(logs[bin][t], highest - 8) + 4) / 4);
            }
        }
        return mel;
    }

    /** The samples with one hop of zeros after them. */
    private static double[] samples(Path recording) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(recording)).order(ByteOrder.LITTLE_ENDIAN);
        int chunk = 12;
        while (bytes.getInt(chunk) != 0x61746164) { // "data"
            chunk += 8 + bytes.getInt(chunk + 4);
        }
        double[] samples = new double[bytes.getInt(chunk + 4) / 2 + HOP];
        for (int i = 0; i < samples.length - HOP; i++) {
            samples[i] = bytes.getShort(chunk + 8 + 2 * i) / 32768.0;
        }
        return samples;
    }

    private static double[] power(double[] samples, int begin) {
        double[] windowed = new double[WINDOW];
        for (int i = 0; i < WINDOW; i++) {
            int at = Math.abs(begin + i); // reflected at both ends
            at = at < samples.length ? at : 2 * (samples.length - 1) - at;
            windowed[i] = samples[at] * (0.5 - 0.5 * Math.cos(2 * Math.PI * i / WINDOW));
        }
        double[] power = new double[WINDOW / 2 + 1];
        for (int k = 0; k < power.length; k++) {
            double real = 0;
            double imaginary = 0;
            for (int i = 0; i < WINDOW; i++) {
                real += windowed[i] * COSINE[k * i % WINDOW];
                imaginary += windowed[i] * COSINE[(k * i + WINDOW / 4) % WINDOW];
            }
            power[k] = real * real + imaginary * imaginary;
        }
        return power;
    }

    private static final double[] COSINE = new double[WINDOW];

    static {
        for (int i = 0; i < WINDOW; i++) {
            COSINE[i] = Math.cos(2 * Math.PI * i / WINDOW);
        }
    }

    /** Triangles between frequencies that lie evenly on Slaney's mel scale, each of area 1. */
    private static double[][] filters(int bins) {
        double[] hertz = new double[bins + 2];
        double highest = 15 + Math.log(RATE / 2.0 / 1000) / (Math.log(6.4) / 27);
        for (int i = 0; i < hertz.length; i++) {
            double mel = highest * i / (bins + 1);
            hertz[i] = mel < 15 ? mel * 200 / 3 : 1000 * Math.exp(Math.log(6.4) / 27 * (mel - 15));
        }
        double[][] filters = new double[bins][WINDOW / 2 + 1];
        for (int bin = 0; bin < bins; bin++) {
            for (int k = 0; k < filters[bin].length; k++) {
                double frequency = (double) k * RATE / WINDOW;
                double rising = (frequency - hertz[bin]) / (hertz[bin + 1] - hertz[bin]);
                double falling = (hertz[bin + 2] - frequency) / (hertz[bin + 2] - hertz[bin + 1]);
                filters[bin][k] = Math.max(0, Math.min(rising, falling)) * 2 / (hertz[bin + 2] - hertz[bin]);
            }
        }
        return filters;
    }
}
