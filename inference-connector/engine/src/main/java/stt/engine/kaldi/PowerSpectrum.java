package stt.engine.kaldi;

import stt.engine.audio.MixedRadixFourier;

/**
 * The power of each frequency in a frame that Kaldi's way has prepared: constant part removed, high frequencies raised,
 * Povey's window, padded with zeros to a power of two ({@code feature-window.cc}). Not thread-safe: reuses its buffers.
 */
final class PowerSpectrum {

    /** Samples in a frame: 25 ms at 16 kHz. */
    static final int FRAME = 400;

    /** Samples that are transformed. */
    static final int PADDED = 512;

    /** Frequencies from 0 to below 8 kHz; the mel filters do not use the last one. */
    static final int BANDS = PADDED / 2;

    private static final float PREEMPHASIS = 0.97f;
    private static final double POVEY_POWER = 0.85;

    private final MixedRadixFourier fourier = new MixedRadixFourier(4, 4, 4, 4);
    private final float[] window = new float[FRAME];
    private final float[] frame = new float[PADDED];
    private final double[] cos = new double[BANDS];
    private final double[] sin = new double[BANDS];
    private final double[] re = new double[BANDS];
    private final double[] im = new double[BANDS];

    PowerSpectrum() {
        for (int i = 0; i < FRAME; i++) {
            double hann = 0.5 - 0.5 * Math.cos(2 * Math.PI * i / (FRAME - 1));
            window[i] = (float) Math.pow(hann, POVEY_POWER);
        }
        for (int i = 0; i < BANDS; i++) {
            cos[i] = Math.cos(2 * Math.PI * i / PADDED);
            sin[i] = Math.sin(2 * Math.PI * i / PADDED);
        }
    }

    /** Writes the squared magnitudes of {@code samples[offset, offset + FRAME)} to {@code power}, BANDS values. */
    void compute(float[] samples, int offset, float[] power) {
        prepare(samples, offset);
        for (int i = 0; i < BANDS; i++) {
            int from = 2 * fourier.source(i);
            re[i] = frame[from];
            im[i] = frame[from + 1];
        }
        fourier.transform(re, im);
        for (int k = 0; k < BANDS; k++) {
            int mirrored = (BANDS - k) % BANDS;
            double evenRe = (re[k] + re[mirrored]) / 2;
            double evenIm = (im[k] - im[mirrored]) / 2;
            double oddRe = (im[k] + im[mirrored]) / 2;
            double oddIm = (re[mirrored] - re[k]) / 2;
            double x = evenRe + oddRe * cos[k] + oddIm * sin[k];
            double y = evenIm + oddIm * cos[k] - oddRe * sin[k];
            power[k] = (float) (x * x + y * y);
        }
    }

    private void prepare(float[] samples, int offset) {
        double sum = 0;
        for (int i = 0; i < FRAME; i++) {
            sum += samples[offset + i];
        }
        float mean = (float) (sum / FRAME);
        float before = samples[offset] - mean;
        for (int i = 0; i < FRAME; i++) {
            float now = samples[offset + i] - mean;
            frame[i] = (now - PREEMPHASIS * before) * window[i];
            before = now;
        }
    }
}
