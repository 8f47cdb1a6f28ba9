package stt.engine.kaldi;

import java.util.Arrays;

/** Triangles on the mel scale from 20 Hz to 8 kHz, as in Kaldi's {@code mel-computations.cc}. Thread-safe. */
final class MelBanks {

    private static final double LOWEST_HZ = 20;
    private static final double HIGHEST_HZ = 8_000;

    private final int[] first;
    private final float[][] weights;

    MelBanks(int bins) {
        first = new int[bins];
        weights = new float[bins][];
        double low = mel(LOWEST_HZ);
        double step = (mel(HIGHEST_HZ) - low) / (bins + 1);
        for (int bin = 0; bin < bins; bin++) {
            fill(bin, low + bin * step, step);
        }
    }

    private void fill(int bin, double left, double step) {
        float[] all = new float[PowerSpectrum.BANDS];
        int from = all.length;
        int to = 0;
        for (int band = 0; band < all.length; band++) {
            double mel = mel(band * HIGHEST_HZ / PowerSpectrum.BANDS);
            if (mel > left && mel < left + 2 * step) {
                all[band] = (float) (1 - Math.abs(mel - left - step) / step);
                from = Math.min(from, band);
                to = band + 1;
            }
        }
        first[bin] = Math.min(from, to);
        weights[bin] = Arrays.copyOfRange(all, first[bin], to);
    }

    private static double mel(double hertz) {
        return 1127 * Math.log(1 + hertz / 700);
    }

    int bins() {
        return first.length;
    }

    float energy(int bin, float[] power) {
        float[] triangle = weights[bin];
        float sum = 0;
        for (int i = 0; i < triangle.length; i++) {
            sum += triangle[i] * power[first[bin] + i];
        }
        return sum;
    }
}
