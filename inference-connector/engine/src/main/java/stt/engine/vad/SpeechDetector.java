package stt.engine.vad;

import java.util.function.Consumer;

/**
 * Turns the probabilities of successive windows into regions of speech, as Silero's {@code get_speech_timestamps} does:
 * speech starts at a probability of 0.5, and ends where it fell below 0.35 for at least 160 ms. Speech that goes on
 * for longer than a piece may be is cut at its quietest place. Not thread-safe.
 */
final class SpeechDetector {

    /** Samples in a window: 32 ms, what the model was trained on. */
    static final int WINDOW = 512;

    private static final float ON = 0.5f;
    private static final float OFF = 0.35f;
    private static final int SILENCE_WINDOWS = 5;

    /** Samples that a region gets before and after its speech. */
    static final long PADDING = 480;

    private static final int SEARCHED_WINDOWS = 8 * 16_000 / WINDOW;
    private static final int SMOOTHED_WINDOWS = 5;

    private final int longest;
    private final Consumer<SpeechRegion> regions;
    private final float[] loudness;
    private long window;
    private long start = -1;
    private long silence = -1;
    private long previousEnd;

    /**
     * @param longest windows a region may have
     * @param regions told every region, in order, not overlapping
     */
    SpeechDetector(int longest, Consumer<SpeechRegion> regions) {
        this.longest = longest;
        this.regions = regions;
        this.loudness = new float[longest];
    }

    /** Samples of all windows so far. */
    long position() {
        return window * WINDOW;
    }

    /** No region that is still to come starts before this. */
    long undecidedFrom() {
        return padded((start < 0 ? window : start) * WINDOW);
    }

    /** The next window: how likely it is speech, and its mean square. */
    void accept(float probability, float power) {
        if (probability >= ON) {
            silence = -1;
            if (start < 0) {
                start = window;
            }
        }
        if (start >= 0) {
            loudness[(int) (window % longest)] = power;
            if (probability < OFF && silence < 0) {
                silence = window;
            }
        }
        window++;
        if (silence >= 0 && window - silence > SILENCE_WINDOWS) {
            emit(silence * WINDOW + PADDING);
            start = -1;
            silence = -1;
        } else if (start >= 0 && window - start >= longest) {
            long cut = quietest();
            emit(cut * WINDOW);
            start = cut;
        }
    }

    /** The end of the audio: speech that is going on ends here. */
    void finish(long end) {
        if (start >= 0) {
            emit(silence < 0 ? end : Math.min(end, silence * WINDOW + PADDING));
            start = -1;
        }
    }

    private long padded(long sample) {
        return Math.max(previousEnd, sample - PADDING);
    }

    private void emit(long end) {
        long from = padded(start * WINDOW);
        if (end > from) {
            regions.accept(new SpeechRegion(from, end));
            previousEnd = end;
        }
    }

    /** The middle of the quietest 160 ms in the last 8 s: between two words, most likely. */
    private long quietest() {
        long best = window - 1;
        float least = Float.POSITIVE_INFINITY;
        for (long at = window - SEARCHED_WINDOWS; at + SMOOTHED_WINDOWS <= window; at++) {
            float sum = 0;
            for (long i = at; i < at + SMOOTHED_WINDOWS; i++) {
                sum += loudness[(int) (i % longest)];
            }
            if (sum < least) {
                least = sum;
                best = at + SMOOTHED_WINDOWS / 2;
            }
        }
        return best;
    }
}
