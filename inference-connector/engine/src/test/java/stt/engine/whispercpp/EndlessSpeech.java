package stt.engine.whispercpp;

import stt.engine.Recordings;
import stt.inference.api.AudioSource;

/** Eleven seconds of speech again and again, which tell how far they were read. */
final class EndlessSpeech implements AudioSource {

    private final float[] recording = Recordings.wav("jfk.wav");
    private long read;

    @Override
    public synchronized int read(float[] buffer, int offset, int length) {
        int at = (int) (read % recording.length);
        int count = Math.min(length, recording.length - at);
        System.arraycopy(recording, at, buffer, offset, count);
        read += count;
        notifyAll();
        return count;
    }

    synchronized long seconds() {
        return read / SAMPLE_RATE_HZ;
    }

    /** Waits until so much was read. */
    synchronized void awaitSecond(long second) {
        while (seconds() < second) {
            try {
                wait();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Override
    public void close() {}
}
