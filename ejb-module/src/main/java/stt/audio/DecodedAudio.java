package stt.audio;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import stt.inference.api.AudioSource;
import stt.inference.api.CancelToken;

/**
 * A recording while it is decoded: 16 kHz mono samples in [-1, 1], as {@link AudioSource} says. A decoder process stands
 * behind it until it is closed; nothing is stored. Times count from the start of the file: where its sound starts late or
 * has a gap, there is silence.
 *
 * <p>{@link #read} also throws {@link UnsupportedAudio} when the rest turns out to be damaged, too long or too costly, and
 * {@link stt.inference.api.InferenceCancelled} when the token given to {@link AudioDecoder#open} is cancelled. A file that
 * is cut off ends early, without an error, once something of it was decoded.
 */
public final class DecodedAudio implements AudioSource {

    private static final int BUFFER_BYTES = 64 * 1024;

    private final FfmpegProcess decoder;
    private final AudioFacts facts;
    private final Duration longest;
    private final CancelToken cancel;
    private final CancelToken.Registration cancelling;
    private final ByteBuffer pcm = ByteBuffer.allocate(BUFFER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    private long samples;

    DecodedAudio(
            FfmpegProcess decoder,
            AudioFacts facts,
            Duration longest,
            CancelToken cancel,
            CancelToken.Registration cancelling) {
        this.decoder = decoder;
        this.facts = facts;
        this.longest = longest;
        this.cancel = cancel;
        this.cancelling = cancelling;
        pcm.limit(0);
    }

    /** What the recording is. */
    public AudioFacts facts() {
        return facts;
    }

    /** How much was read until now; after the end, the length of the recording. */
    public Duration decoded() {
        return length(samples);
    }

    @Override
    public int read(float[] buffer, int offset, int length) {
        if (pcm.remaining() < Float.BYTES && !fill()) {
            return -1;
        }
        int count = Math.min(length, pcm.remaining() / Float.BYTES);
        for (int i = offset; i < offset + count; i++) {
            buffer[i] = inRange(pcm.getFloat());
        }
        samples += count;
        if (length(samples).compareTo(longest) > 0) {
            throw tooLong(longest);
        }
        return count;
    }

    /** Ends the decoder process if it still runs. */
    @Override
    public void close() {
        cancelling.close();
        decoder.close();
    }

    static UnsupportedAudio tooLong(Duration longest) {
        return new UnsupportedAudio(
                UnsupportedAudio.Reason.TOO_LONG,
                "The recording is longer than the " + longest.toMinutes() + " minutes that are accepted.");
    }

    /** Whether there is any sound at all. Waits for it. */
    boolean hasSound() {
        return fill();
    }

    private boolean fill() {
        pcm.compact();
        while (pcm.position() < Float.BYTES) {
            int count = decoder.read(pcm.array(), pcm.position(), pcm.remaining());
            if (count < 0) {
                pcm.position(0).limit(0);
                cancel.check();
                decoder.requireGoodEnd();
                return false;
            }
            pcm.position(pcm.position() + count);
        }
        pcm.flip();
        return true;
    }

    /** Files of floats may hold anything; NaN is not a sound. */
    private static float inRange(float sample) {
        return Float.isNaN(sample) ? 0 : Math.max(-1, Math.min(1, sample));
    }

    private static Duration length(long samples) {
        return Duration.ofNanos(samples * 1_000_000_000L / SAMPLE_RATE_HZ);
    }
}
