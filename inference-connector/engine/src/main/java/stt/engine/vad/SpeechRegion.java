package stt.engine.vad;

/**
 * A stretch of speech, in samples from the beginning of the audio.
 *
 * @param start first sample
 * @param end sample after the last
 */
public record SpeechRegion(long start, long end) {

    public SpeechRegion {
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException("a region needs 0 <= start < end, found " + start + " to " + end);
        }
    }

    /** Samples in it. */
    public long length() {
        return end - start;
    }
}
