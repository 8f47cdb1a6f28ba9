package stt.engine.vad;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession.RunOptions;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import stt.engine.audio.RecentAudio;
import stt.inference.api.AudioSource;

/**
 * Reads audio and gives its speech in pieces, in order, as soon as each is settled. Holds the audio of undecided pieces
 * only. Not thread-safe; close it to free its stream of the voice activity model.
 */
public final class SpeechPieces implements AutoCloseable {

    /** Audio held at most, in seconds: a piece, what is looked at after it, a silence and a region that is going on. */
    public static final int LONGEST_HELD_SECONDS = 28 + 8 + 5 + 28 + 2;

    private static final int BLOCK = VoiceActivity.BLOCK * SpeechDetector.WINDOW;

    private final AudioSource audio;
    private final VoiceActivity activity;
    private final RecentAudio recent = new RecentAudio();
    private final Deque<Piece> ready = new ArrayDeque<>();
    private final PieceCutter cutter = new PieceCutter(this::cut);
    private final SpeechDetector detector = new SpeechDetector(
            (int) ((PieceCutter.LONGEST - 2 * SpeechDetector.PADDING) / SpeechDetector.WINDOW), cutter::accept);
    private final float[] block = new float[BLOCK];
    private final float[] context = new float[VoiceActivity.CONTEXT];
    private final float[] probabilities = new float[VoiceActivity.BLOCK];
    private boolean ended;
    private int mostHeld;

    /** Reads {@code audio}, which the caller closes, with a new stream of {@code model}. */
    public SpeechPieces(AudioSource audio, SileroVad model) throws OrtException {
        this.audio = audio;
        this.activity = model.stream();
    }

    /**
     * The next piece, empty at the end of the audio. Reads as much as it needs.
     *
     * @throws OrtException when the model failed or {@code options} ended its run
     */
    public Optional<Piece> next(RunOptions options) throws OrtException {
        while (ready.isEmpty() && !ended) {
            read(options);
        }
        return Optional.ofNullable(ready.poll());
    }

    /** Samples read so far. */
    public long position() {
        return recent.end();
    }

    /** The most samples that were held at a time so far. */
    public int mostHeld() {
        return mostHeld;
    }

    private void read(RunOptions options) throws OrtException {
        int count = fill();
        if (count > 0) {
            recent.append(block, count);
            mostHeld = Math.max(mostHeld, recent.held());
            detect(count, options);
        }
        if (count < BLOCK) {
            ended = true;
            detector.finish(recent.end());
            cutter.finish(recent.end());
        } else {
            cutter.advance(detector.undecidedFrom());
            recent.forgetBefore(cutter.neededFrom(detector.undecidedFrom()));
        }
    }

    private int fill() {
        int filled = 0;
        while (filled < BLOCK) {
            int count = audio.read(block, filled, BLOCK - filled);
            if (count < 0) {
                break;
            }
            filled += count;
        }
        return filled;
    }

    private void detect(int count, RunOptions options) throws OrtException {
        java.util.Arrays.fill(block, count, BLOCK, 0f);
        int windows = (count + SpeechDetector.WINDOW - 1) / SpeechDetector.WINDOW;
        for (int window = 0; window < windows; window++) {
            int from = window * SpeechDetector.WINDOW;
            int at = window * VoiceActivity.INPUT;
            activity.input().put(at, context);
            activity.input().put(at + VoiceActivity.CONTEXT, block, from, SpeechDetector.WINDOW);
            System.arraycopy(block, from + SpeechDetector.WINDOW - context.length, context, 0, context.length);
        }
        activity.run(windows, probabilities, options);
        for (int window = 0; window < windows; window++) {
            detector.accept(probabilities[window], power(window * SpeechDetector.WINDOW));
        }
    }

    private float power(int from) {
        float sum = 0;
        for (int i = from; i < from + SpeechDetector.WINDOW; i++) {
            sum += block[i] * block[i];
        }
        return sum / SpeechDetector.WINDOW;
    }

    private void cut(List<SpeechRegion> regions, SpeechRegion span) {
        long end = Math.min(span.end(), recent.end());
        ready.add(new Piece(span.start(), recent.copy(span.start(), end), regions));
    }

    @Override
    public void close() {
        activity.close();
    }
}
