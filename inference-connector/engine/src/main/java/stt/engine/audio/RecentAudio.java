package stt.engine.audio;

import java.nio.FloatBuffer;

/**
 * The last stretch of a stream of samples, addressed by position from the stream's beginning: samples are appended, copied
 * out, and forgotten. Holds only what was not forgotten. Not thread-safe.
 */
public final class RecentAudio {

    private float[] samples = new float[1 << 16];
    private long first;
    private int held;

    /** Position after the newest sample. */
    public long end() {
        return first + held;
    }

    /** How many samples are held now. */
    public int held() {
        return held;
    }

    /** Appends the first {@code count} samples of {@code block}. */
    public void append(float[] block, int count) {
        append(block, 0, count);
    }

    /** Appends {@code count} samples of {@code block} from {@code offset} on. */
    public void append(float[] block, int offset, int count) {
        if (held + count > samples.length) {
            float[] larger = new float[Math.max(held + count, samples.length * 2)];
            System.arraycopy(samples, 0, larger, 0, held);
            samples = larger;
        }
        System.arraycopy(block, offset, samples, held, count);
        held += count;
    }

    /** Drops everything before {@code position}; later positions stay as they are. */
    public void forgetBefore(long position) {
        int gone = (int) Math.max(0, Math.min(held, position - first));
        System.arraycopy(samples, gone, samples, 0, held - gone);
        first += gone;
        held -= gone;
    }

    /** A copy of the samples from {@code from} to before {@code to}, all of which must still be held. */
    public float[] copy(long from, long to) {
        requireHeld(from, to);
        float[] copy = new float[(int) (to - from)];
        System.arraycopy(samples, (int) (from - first), copy, 0, copy.length);
        return copy;
    }

    /** Copies the samples from {@code from} to before {@code to}, all of which must still be held, without garbage. */
    public void copy(long from, long to, FloatBuffer target, int position) {
        requireHeld(from, to);
        target.put(position, samples, (int) (from - first), (int) (to - from));
    }

    private void requireHeld(long from, long to) {
        if (from < first || to > end() || to < from) {
            throw new IllegalArgumentException(
                    "samples " + from + " to " + to + " are not held; " + first + " to " + end() + " are");
        }
    }
}
