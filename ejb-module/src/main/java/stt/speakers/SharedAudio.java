package stt.speakers;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Optional;
import java.util.Queue;
import stt.inference.api.AudioSource;

/**
 * One recording for two readers, decoded once: the leader reads the source, and what it reads also goes to the follower,
 * which reads from another thread. At most {@link #MOST_WAITING} samples wait for the follower; then the leader waits, in
 * all no longer than a patience that grows with the recording, and goes on alone once that is used up. Closing the follower's end, from any thread, lets the leader go on alone: a diarization that failed or is too slow costs
 * the transcription nothing. Closing the leader's end, or a source that fails, ends the follower's audio. Closing either
 * end leaves the source open.
 */
public final class SharedAudio {

    /** Five minutes: 19 MB. */
    public static final int MOST_WAITING = 300 * AudioSource.SAMPLE_RATE_HZ;

    private final AudioSource source;
    private final Patience patience;
    private final Queue<float[]> waiting = new ArrayDeque<>();
    private long waitingSamples;
    private long samplesRead;
    private long waitedNanos;
    private boolean sourceEnded;
    private boolean followerGone;
    private boolean abandoned;

    /** The caller stays the owner of {@code source} and closes it after both ends. */
    public SharedAudio(AudioSource source, Patience patience) {
        this.source = source;
        this.patience = patience;
    }

    /** The end that reads the source. */
    public AudioSource leader() {
        return new Leader();
    }

    /** The end that gets what the leader has read. */
    public AudioSource follower() {
        return new Follower();
    }

    private synchronized void endSource() {
        sourceEnded = true;
        notifyAll();
    }

    /** Whether the leader has lost its patience with the follower, which then has not been given everything. */
    public synchronized boolean isAbandoned() {
        return abandoned;
    }

    private synchronized void leave() {
        followerGone = true;
        waiting.clear();
        waitingSamples = 0;
        notifyAll();
    }

    /** What is left of the patience now, given the audio that was read: the longest that the follower may still need. */
    public synchronized Duration patienceLeft() {
        return patience.forAudio(samplesRead).minusNanos(waitedNanos);
    }

    private synchronized void hand(float[] block) {
        samplesRead += block.length;
        awaitRoom(block.length);
        if (!followerGone) {
            waiting.add(block);
            waitingSamples += block.length;
            notifyAll();
        }
    }

    private synchronized void awaitRoom(int samples) {
        long before = System.nanoTime();
        while (!followerGone && waitingSamples > 0 && waitingSamples + samples > MOST_WAITING) {
            long left = patienceLeft().toMillis();
            if (left <= 0) {
                abandoned = true;
                leave();
                return;
            }
            try {
                wait(left);
            } catch (InterruptedException e) {
                throw interrupted(e);
            }
            long now = System.nanoTime();
            waitedNanos += now - before;
            before = now;
        }
    }

    private synchronized Optional<float[]> take() {
        while (waiting.isEmpty() && !sourceEnded && !followerGone) {
            try {
                wait();
            } catch (InterruptedException e) {
                throw interrupted(e);
            }
        }
        Optional<float[]> block = Optional.ofNullable(waiting.poll());
        waitingSamples -= block.map(samples -> samples.length).orElse(0);
        notifyAll();
        return block;
    }

    private static IllegalStateException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IllegalStateException("interrupted while sharing audio", e);
    }

    private final class Leader implements AudioSource {

        @Override
        public int read(float[] buffer, int offset, int length) {
            int count = -1;
            try {
                count = source.read(buffer, offset, length);
            } finally {
                if (count < 0) {
                    endSource();
                }
            }
            if (count > 0) {
                hand(Arrays.copyOfRange(buffer, offset, offset + count));
            }
            return count;
        }

        @Override
        public void close() {
            endSource();
        }
    }

    private final class Follower implements AudioSource {

        private float[] block = new float[0];
        private int next;

        @Override
        public int read(float[] buffer, int offset, int length) {
            if (next == block.length) {
                Optional<float[]> taken = take();
                if (taken.isEmpty()) {
                    return -1;
                }
                block = taken.get();
                next = 0;
            }
            int count = Math.min(length, block.length - next);
            System.arraycopy(block, next, buffer, offset, count);
            next += count;
            return count;
        }

        @Override
        public void close() {
            leave();
        }
    }
}
