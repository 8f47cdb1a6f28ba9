package stt.transcripts;

import java.util.function.LongConsumer;
import stt.faults.FaultPoint;
import stt.inference.api.AudioSource;

/**
 * Audio that is read no further than it is reserved: what files say of their own length may be wrong. Like its source, not
 * thread-safe.
 */
final class MeteredAudio implements AudioSource {

    private static final long LEAST = 1_000; // milliseconds: what estimates are often wrong by
    private static final int PART = 8; // of what is reserved: few steps for a file that does not state its length

    private final AudioSource source;
    private final LongConsumer reserve;
    private long reserved;
    private long samples;

    /**
     * Reads {@code source}, of which {@code reserved} milliseconds are reserved; {@code reserve} takes the milliseconds that
     * must be reserved too, and throws when they cannot.
     */
    MeteredAudio(AudioSource source, long reserved, LongConsumer reserve) {
        this.source = source;
        this.reserved = reserved;
        this.reserve = reserve;
    }

    @Override
    public int read(float[] buffer, int offset, int length) {
        int count = source.read(buffer, offset, length);
        if (count > 0) {
            samples += count;
            FaultPoint.DECODE.reach();
            while (samples * 1_000 / SAMPLE_RATE_HZ > reserved) {
                long more = Math.max(LEAST, reserved / PART);
                reserve.accept(more);
                reserved += more;
            }
        }
        return count;
    }

    /** Does nothing: whoever opened the source closes it. */
    @Override
    public void close() {}
}
