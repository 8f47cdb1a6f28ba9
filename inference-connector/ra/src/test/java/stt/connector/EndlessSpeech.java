package stt.connector;

import stt.inference.api.AudioSource;

/** The probe's words again and again. */
final class EndlessSpeech implements AudioSource {

    private final float[] samples = ProbeSpeech.samples();
    private int next;

    @Override
    public int read(float[] buffer, int offset, int length) {
        int count = Math.min(length, samples.length - next);
        System.arraycopy(samples, next, buffer, offset, count);
        next = (next + count) % samples.length;
        return count;
    }

    @Override
    public void close() {}
}
