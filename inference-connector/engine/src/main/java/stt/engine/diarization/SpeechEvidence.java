package stt.engine.diarization;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession.RunOptions;
import java.time.Duration;
import java.util.List;
import stt.engine.vad.ActivityTrace;
import stt.inference.api.AudioSource;
import stt.inference.api.Word;

/**
 * Whether there is any speech where voices were told apart: segmentation was trained on speech alone, and takes a car's horn
 * for a voice. Not thread-safe until {@link #finish}, then immutable.
 */
final class SpeechEvidence {

    /**
     * What voice activity must say once in a stretch of speech: far less than what speech must reach to be transcribed, as
     * it hears voices far from the microphone badly. Horns and dogs stay below.
     */
    private static final float ENOUGH = 0.2f;

    /** From this probability on, voice activity hears something. */
    private static final float SOMETHING = 0.1f;

    /** How far from a stretch its evidence may be. */
    private static final Duration MARGIN = Duration.ofMillis(200);

    private final ActivityTrace trace;

    SpeechEvidence(ActivityTrace trace) {
        this.trace = trace;
    }

    void accept(float[] samples, int offset, int count, RunOptions options) throws OrtException {
        trace.accept(samples, offset, count, options);
    }

    void finish(RunOptions options) throws OrtException {
        trace.finish(options);
    }

    /** Whether voice activity hears something in the middle of a frame. */
    boolean isActive(long frame) {
        long middle = frame * SegmentationGraph.FRAME_STEP + SegmentationGraph.FRAME_FIELD / 2;
        return trace.highest(middle, middle + 1) >= SOMETHING;
    }

    /** Whether voice activity or one of {@code words}, which are in order, says that there is speech. */
    boolean supports(Duration start, Duration end, List<Word> words) {
        Duration from = start.minus(MARGIN);
        Duration to = end.plus(MARGIN);
        return trace.highest(sample(from), sample(to)) >= ENOUGH || holdsWord(from, to, words);
    }

    private static boolean holdsWord(Duration from, Duration to, List<Word> words) {
        int low = 0;
        int high = words.size();
        while (low < high) {
            int middle = (low + high) / 2;
            if (words.get(middle).end().compareTo(from) <= 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low < words.size() && words.get(low).start().compareTo(to) < 0;
    }

    private static long sample(Duration time) {
        return Math.max(0, time.toMillis() * AudioSource.SAMPLE_RATE_HZ / 1000);
    }
}
