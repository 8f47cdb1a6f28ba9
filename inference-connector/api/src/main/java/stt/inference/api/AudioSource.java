package stt.inference.api;

/**
 * Decoded speech read once, in order: mono, 16 kHz, one float per sample in [-1, 1]. Any length; the reader decides how
 * much is in memory at a time. Not thread-safe. Whoever opened a source closes it.
 */
public interface AudioSource extends AutoCloseable {

    /** What Whisper was trained on (Radford et al. 2022, section 2.2). */
    int SAMPLE_RATE_HZ = 16_000;

    /**
     * Blocks until at least one sample is there.
     *
     * @return how many samples were written to {@code buffer} from {@code offset} on, between 1 and {@code length}; -1 at
     *     the end of the audio
     * @throws RuntimeException whatever the source's own component defines for audio that cannot be decoded; readers let
     *     it pass
     */
    int read(float[] buffer, int offset, int length);

    @Override
    void close();

    /** A source over samples in memory; the caller must not modify {@code samples} while it is read. */
    static AudioSource of(float[] samples) {
        return new AudioSource() {
            private int next;

            @Override
            public int read(float[] buffer, int offset, int length) {
                if (next == samples.length) {
                    return -1;
                }
                int count = Math.min(length, samples.length - next);
                System.arraycopy(samples, next, buffer, offset, count);
                next += count;
                return count;
            }

            @Override
            public void close() {}
        };
    }
}
