package stt.engine.vad;

import java.util.function.Consumer;
import stt.inference.api.AudioSource;
import stt.inference.api.Vad;

/**
 * Turns the probabilities of successive windows into regions of speech, as Silero's {@code get_speech_timestamps} does:
 * speech starts at a threshold, and ends where the probability fell 0.15 below it for long enough. Speech that goes on
 * for longer than a piece may be is cut at its quietest place. Not thread-safe.
 */
final class SpeechDetector {

    /** Samples in a window: 32 ms, what the model was trained on. */
    static final int WINDOW = 512;

    private static final float FALL = 0.15f;
    private static final float LOWEST_OFF = 0.01f;

    /** Samples that a region gets before and after its speech. */
    static final long PADDING = 480;

    private static final int SEARCHED_WINDOWS = 8 * 16_000 / WINDOW;
    private static final int SMOOTHED_WINDOWS = 5;

    private final float on;
    private final float off;
    private final int silenceWindows;
    private final int longest;
    private final Consumer<SpeechRegion> regions;
    private final float[] loudness;
    private long window;
    private long start = -1;
    private long silence = -1;
    private long previousEnd;

    /**
     * @param vad what speech is
     * @param longest windows a region may have
     * @param regions told every region, in order, not overlapping
     */
    SpeechDetector(Vad vad, int longest, Consumer<SpeechRegion> regions) {
        this.on = (float) vad.threshold();
        this.off = Math.max(LOWEST_OFF, on - FALL);
        this.silenceWindows = (int) (vad.minSilence().toMillis() * AudioSource.SAMPLE_RATE_HZ / 1000 / WINDOW);
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
        if (probability >= on) {
            silence = -1;
            if (start < 0) {
                start = window;
            }
        }
        if (start >= 0) {
            loudness[(int) (window % longest)] = power;
            if (probability < off && silence < 0) {
                silence = window;
            }
        }
        window++;
        if (silence >= 0 && window - silence > silenceWindows) {
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
