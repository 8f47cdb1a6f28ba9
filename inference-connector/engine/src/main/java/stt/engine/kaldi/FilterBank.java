package stt.engine.kaldi;

import java.util.Arrays;

/**
 * Logarithmic mel energies of a stream of 16 kHz samples: a frame of 25 ms every 10 ms, only whole frames ({@code
 * snip_edges}). Holds the frames that were not forgotten. Not thread-safe.
 */
public final class FilterBank {

    /** Samples from one frame to the next: 10 ms. */
    public static final int HOP = 160;

    /** Samples that a frame looks at: 25 ms. */
    public static final int FRAME = PowerSpectrum.FRAME;

    /** Kaldi's floor under the energies: {@code std::numeric_limits<float>::epsilon()}. */
    private static final float SMALLEST = Math.ulp(1f);

    private final MelBanks banks;
    private final PowerSpectrum spectrum = new PowerSpectrum();
    private final float[] power = new float[PowerSpectrum.BANDS];
    private final float[] pending = new float[4 * FRAME];
    private int waiting;
    private float[] frames;
    private long first;
    private int held;

    /** With so many mel bins a frame. */
    public FilterBank(int bins) {
        banks = new MelBanks(bins);
        frames = new float[1024 * bins];
    }

    /** Mel bins of a frame. */
    public int bins() {
        return banks.bins();
    }

    /** The number of the frame after the newest one; frame {@code i} begins at sample {@code i * HOP}. */
    public long end() {
        return first + held;
    }

    /** The next samples of the stream. */
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
            if ((held + 1) * bins() > frames.length) {
                frames = Arrays.copyOf(frames, frames.length * 2);
            }
            for (int bin = 0; bin < bins(); bin++) {
                frames[held * bins() + bin] = (float) Math.log(Math.max(banks.energy(bin, power), SMALLEST));
            }
            held++;
        }
        System.arraycopy(pending, at, pending, 0, waiting - at);
        waiting -= at;
    }

    /** Copies a frame that is still held to {@code target}, {@code bins()} values from {@code offset} on. */
    public void copy(long frame, float[] target, int offset) {
        if (frame < first || frame >= end()) {
            throw new IllegalArgumentException("frame " + frame + " is not held; " + first + " to " + end() + " are");
        }
        System.arraycopy(frames, (int) (frame - first) * bins(), target, offset, bins());
    }

    /** Drops the frames before {@code frame}; later ones keep their numbers. */
    public void forgetBefore(long frame) {
        int gone = (int) Math.max(0, Math.min(held, frame - first));
        System.arraycopy(frames, gone * bins(), frames, 0, (held - gone) * bins());
        first += gone;
        held -= gone;
    }
}
