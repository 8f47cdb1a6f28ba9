package stt.engine.audio;

/**
 * The power of each frequency in one frame of audio: Hann window (periodic) and a Fourier transform of 400 real samples,
 * packed as 200 complex ones. Not thread-safe: reuses its buffers.
 */
final class PowerSpectrum {

    /** Samples in a frame: 25 ms (Radford et al. 2022, section 2.2). */
    static final int FRAME = 400;

    /** Frequencies from 0 to 8 kHz, both included. */
    static final int BANDS = FRAME / 2 + 1;

    private final MixedRadixFourier fourier = new MixedRadixFourier(4, 2, 5, 5);
    private final float[] window = new float[FRAME];
    private final double[] cos = new double[BANDS];
    private final double[] sin = new double[BANDS];
    private final double[] re = new double[FRAME / 2];
    private final double[] im = new double[FRAME / 2];

    PowerSpectrum() {
        for (int i = 0; i < FRAME; i++) {
            window[i] = (float) (0.5 - 0.5 * Math.cos(2 * Math.PI * i / FRAME));
        }
        for (int i = 0; i < BANDS; i++) {
            cos[i] = Math.cos(2 * Math.PI * i / FRAME);
            sin[i] = Math.sin(2 * Math.PI * i / FRAME);
        }
    }

    /** Writes the squared magnitudes of {@code samples[offset, offset + FRAME)} to {@code power}, BANDS values. */
    void compute(float[] samples, int offset, float[] power) {
        for (int i = 0; i < re.length; i++) {
            int from = 2 * fourier.source(i);
            re[i] = samples[offset + from] * window[from];
            im[i] = samples[offset + from + 1] * window[from + 1];
        }
        fourier.transform(re, im);
        int half = re.length;
        for (int k = 0; k < BANDS; k++) {
            int a = k % half;
            int b = (half - k) % half;
            double evenRe = (re[a] + re[b]) / 2;
            double evenIm = (im[a] - im[b]) / 2;
            double oddRe = (im[a] + im[b]) / 2;
            double oddIm = (re[b] - re[a]) / 2;
            double x = evenRe + oddRe * cos[k] + oddIm * sin[k];
            double y = evenIm + oddIm * cos[k] - oddRe * sin[k];
            power[k] = (float) (x * x + y * y);
        }
    }
}
