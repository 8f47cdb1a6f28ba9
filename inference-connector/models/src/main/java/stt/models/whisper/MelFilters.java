package stt.models.whisper;

/**
 * The mel filters that whisper.cpp reads from its files: triangular, on Slaney's mel scale, area normalized ({@code
 * librosa.filters.mel(sr=16000, n_fft=400)}; Slaney, Auditory Toolbox, 1998). Linear up to 1 kHz, logarithmic above. The
 * engine has filters of its own, in the form that its spectrogram wants.
 *
 * @param bins 80 or 128
 */
record MelFilters(int bins) {

    /** Frequencies from 0 to 8 kHz. */
    static final int BANDS = 201;

    private static final double HIGHEST_HERTZ = 8000;
    private static final double HERTZ_PER_MEL = 200.0 / 3;
    private static final double BREAK_HERTZ = 1000;
    private static final double BREAK_MEL = BREAK_HERTZ / HERTZ_PER_MEL;
    private static final double LOG_STEP = Math.log(6.4) / 27;

    /** One filter after the other, each with a weight for every frequency. */
    float[] weights() {
        float[] weights = new float[bins * BANDS];
        for (int bin = 0; bin < bins; bin++) {
            double low = edge(bin);
            double centre = edge(bin + 1);
            double high = edge(bin + 2);
            for (int band = 0; band < BANDS; band++) {
                double hertz = band * HIGHEST_HERTZ / (BANDS - 1);
                double share = Math.min((hertz - low) / (centre - low), (high - hertz) / (high - centre));
                weights[bin * BANDS + band] = (float) (Math.max(0, share) * 2 / (high - low));
            }
        }
        return weights;
    }

    private double edge(int index) {
        double highest = BREAK_MEL + Math.log(HIGHEST_HERTZ / BREAK_HERTZ) / LOG_STEP;
        double mel = highest * index / (bins + 1);
        return mel < BREAK_MEL ? mel * HERTZ_PER_MEL : BREAK_HERTZ * Math.exp(LOG_STEP * (mel - BREAK_MEL));
    }
}
