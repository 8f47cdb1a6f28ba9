package stt.engine.kaldi;

import java.util.Arrays;
import stt.engine.audio.AudioFrames;

/**
 * Logarithmic mel energies of a stream of 16 kHz samples: a frame of 25 ms every 10 ms, only whole frames ({@code
 * snip_edges}). Holds the frames that were not forgotten. Not thread-safe.
 */
public final class FilterBank implements AudioFrames {

    /** Samples that a frame looks at: 25 ms. */
    public static final int FRAME = PowerSpectrum.FRAME;

    /** Kaldi's floor under the energies: {@code std::numeric_limits<float>::epsilon()}. */
    private static final float SMALLEST = Math.ulp(1f);

    private final MelBanks banks;
    private final float energyScale;
    private final PowerSpectrum spectrum = new PowerSpectrum();
    private final float[] power = new float[PowerSpectrum.BANDS];
    private final float[] pending = new float[4 * FRAME];
    private int waiting;
    private float[] frames;
    private long first;
    private int held;

    /** With so many mel bins a frame, of samples as they are. */
    public FilterBank(int bins) {
        this(bins, 1);
    }

    /** With so many mel bins a frame, of samples multiplied by {@code scale}: 32768 is Kaldi's own range. */
    public FilterBank(int bins, double scale) {
        banks = new MelBanks(bins);
        energyScale = (float) (scale * scale);
        frames = new float[1024 * bins];
    }

    @Override
    public int length() {
        return FRAME;
    }

    @Override
    public int width() {
        return banks.bins();
    }

    @Override
    public long end() {
        return first + held;
    }

    @Override
    public void accept(float[] samples, int offset, int count) {
        int from = offset;
        int rest = count;
        while (rest > 0) {
            int part = Math.min(rest, pending.length - waiting);
            System.arraycopy(samples, from, pending, waiting, part);
            waiting += part;
            from += part;
            rest -= part;
            takeFrames();
        }
    }

    private void takeFrames() {
        int at = 0;
        for (; waiting - at >= FRAME; at += HOP) {
            spectrum.compute(pending, at, power);
            if ((held + 1) * width() > frames.length) {
                frames = Arrays.copyOf(frames, frames.length * 2);
            }
            for (int bin = 0; bin < width(); bin++) {
                float energy = energyScale * banks.energy(bin, power);
                frames[held * width() + bin] = (float) Math.log(Math.max(energy, SMALLEST));
            }
            held++;
        }
        System.arraycopy(pending, at, pending, 0, waiting - at);
        waiting -= at;
    }

    @Override
    public void copy(long frame, float[] target, int offset) {
        if (frame < first || frame >= end()) {
            throw new IllegalArgumentException("frame " + frame + " is not held; " + first + " to " + end() + " are");
        }
        System.arraycopy(frames, (int) (frame - first) * width(), target, offset, width());
    }

    @Override
    public void forgetBefore(long frame) {
        int gone = (int) Math.max(0, Math.min(held, frame - first));
        System.arraycopy(frames, gone * width(), frames, 0, (held - gone) * width());
        first += gone;
        held -= gone;
    }
}
