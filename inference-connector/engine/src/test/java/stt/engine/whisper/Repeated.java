package stt.engine.whisper;

import java.util.function.IntConsumer;
import stt.inference.api.AudioSource;

/** The same recording again and again, in odd portions, with half a second of silence between. */
final class Repeated implements AudioSource {

    private final float[] recording;
    private final long end;
    private final IntConsumer listener;
    private long next;

    /** @param listener told the second that is about to be read */
    Repeated(float[] recording, int times, IntConsumer listener) {
        this.recording = recording;
        this.listener = listener;
        this.end = (long) times * period();
    }

    private int period() {
        return recording.length + SAMPLE_RATE_HZ / 2;
    }

    /** Samples in all. */
    long length() {
        return end;
    }

    @Override
    public int read(float[] buffer, int offset, int length) {
        if (next == end) {
            return -1;
        }
        listener.accept((int) (next / SAMPLE_RATE_HZ));
        int at = (int) (next % period());
        int count = Math.min(Math.min(length, 3571), period() - at);
        for (int i = 0; i < count; i++) {
            buffer[offset + i] = at + i < recording.length ? recording[at + i] : 0;
        }
        next += count;
        return count;
    }

    @Override
    public void close() {}
}
