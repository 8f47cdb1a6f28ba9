package stt.engine.audio;

/**
 * Triangular filters on Slaney's mel scale, area normalized: the ones Whisper was trained with ({@code
 * librosa.filters.mel(sr=16000, n_fft=400)}; Slaney, Auditory Toolbox, 1998). Linear up to 1 kHz, logarithmic above.
 * Immutable.
 */
final class MelFilters {

    private static final double HERTZ_PER_MEL = 200.0 / 3;
    private static final double BREAK_HERTZ = 1000;
    private static final double BREAK_MEL = BREAK_HERTZ / HERTZ_PER_MEL;
    private static final double LOG_STEP = Math.log(6.4) / 27;

    private final int[] first;
    private final float[][] weights;

    /** Filters for {@code bins} mel bins over the {@code bands} frequencies from 0 to {@code highest} hertz. */
    MelFilters(int bins, int bands, double highest) {
        first = new int[bins];
        weights = new float[bins][];
        double step = highest / (bands - 1);
        for (int bin = 0; bin < bins; bin++) {
            double low = edge(bin, bins, highest);
            double centre = edge(bin + 1, bins, highest);
            double high = edge(bin + 2, bins, highest);
            int from = (int) Math.floor(low / step) + 1;
            int to = Math.max(from, (int) Math.ceil(high / step));
            first[bin] = from;
            weights[bin] = new float[to - from];
            for (int band = from; band < to; band++) {
                double rise = (band * step - low) / (centre - low);
                double fall = (high - band * step) / (high - centre);
                weights[bin][band - from] = (float) (Math.max(0, Math.min(rise, fall)) * 2 / (high - low));
            }
        }
    }

    int bins() {
        return first.length;
    }

    /** The energy that filter {@code bin} lets through. */
    float energy(int bin, float[] power) {
        float[] filter = weights[bin];
        int offset = first[bin];
        float sum = 0;
        for (int i = 0; i < filter.length; i++) {
            sum += filter[i] * power[offset + i];
        }
        return sum;
    }

    private static double edge(int index, int bins, double highest) {
        return hertz(mel(highest) * index / (bins + 1));
    }

    private static double mel(double hertz) {
        return hertz < BREAK_HERTZ ? hertz / HERTZ_PER_MEL : BREAK_MEL + Math.log(hertz / BREAK_HERTZ) / LOG_STEP;
    }

    private static double hertz(double mel) {
        return mel < BREAK_MEL ? mel * HERTZ_PER_MEL : BREAK_HERTZ * Math.exp(LOG_STEP * (mel - BREAK_MEL));
    }
}
