package stt.engine.audio;

import java.nio.FloatBuffer;
import stt.inference.api.AudioSource;

/**
 * Whisper's input features (Radford et al. 2022, section 2.2): frames of 25 ms every 10 ms, mel energies as base 10
 * logarithms, clamped to 8 below the maximum, shifted and scaled to about [-1, 1]. Not thread-safe: reuses its buffers.
 */
public final class LogMelSpectrogram {

    /** Samples from one frame to the next: 10 ms. */
    public static final int HOP = 160;

    private static final int MARGIN = PowerSpectrum.FRAME / 2;
    private static final float SMALLEST = 1e-10f;
    private static final float RANGE = 8;

    private final MelFilters filters;
    private final PowerSpectrum spectrum = new PowerSpectrum();
    private final float[] power = new float[PowerSpectrum.BANDS];
    private final float[] edge = new float[PowerSpectrum.FRAME];
    private float[] row = new float[0];

    /** With so many mel bins: 80, or 128 for large-v3 and its children. */
    public LogMelSpectrogram(int bins) {
        filters = new MelFilters(bins, PowerSpectrum.BANDS, AudioSource.SAMPLE_RATE_HZ / 2.0);
    }

    /** Mel bins of a frame. */
    public int bins() {
        return filters.bins();
    }

    /** How many frames so many samples give. */
    public static int frames(int samples) {
        return (samples + HOP - 1) / HOP;
    }

    /**
     * Writes the features of {@code samples} as {@code bins} rows of {@code width} frames; frames after the end of the
     * audio become 0, as the reference pads.
     *
     * @param out receives {@code bins * width} values from its position 0 on; its position does not matter and is kept
     * @param width frames per row, at least {@code frames(samples.length)}
     */
    public void write(float[] samples, FloatBuffer out, int width) {
        int frames = frames(samples.length);
        int bins = filters.bins();
        if (row.length < bins * frames) {
            row = new float[bins * frames];
        }
        float highest = Float.NEGATIVE_INFINITY;
        for (int frame = 0; frame < frames; frame++) {
            highest = Math.max(highest, logEnergies(samples, frame, frames));
        }
        float floor = highest - RANGE;
        for (int i = 0; i < bins * frames; i++) {
            row[i] = (Math.max(row[i], floor) + 4) / 4;
        }
        for (int bin = 0; bin < bins; bin++) {
            out.put(bin * width, row, bin * frames, frames);
            for (int frame = frames; frame < width; frame++) {
                out.put(bin * width + frame, 0);
            }
        }
    }

    private float logEnergies(float[] samples, int frame, int frames) {
        int from = frame * HOP - MARGIN;
        if (from >= 0 && from + PowerSpectrum.FRAME <= samples.length) {
            spectrum.compute(samples, from, power);
        } else {
            for (int i = 0; i < edge.length; i++) {
                edge[i] = reflected(samples, from + i);
            }
            spectrum.compute(edge, 0, power);
        }
        float highest = Float.NEGATIVE_INFINITY;
        for (int bin = 0; bin < filters.bins(); bin++) {
            float value = (float) Math.log10(Math.max(filters.energy(bin, power), SMALLEST));
            row[bin * frames + frame] = value;
            highest = Math.max(highest, value);
        }
        return highest;
    }

    /** The reference centres frames with reflection at the start; after the end it has appended zeros. */
    private static float reflected(float[] samples, int index) {
        int at = Math.abs(index);
        return at < samples.length ? samples[at] : 0;
    }
}
