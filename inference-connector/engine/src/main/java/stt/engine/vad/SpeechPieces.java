package stt.engine.vad;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession.RunOptions;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import stt.engine.audio.RecentAudio;
import stt.inference.api.AudioSource;
import stt.inference.api.Vad;

/**
 * Reads audio and gives its speech in pieces, in order, as soon as each is settled. Holds the audio of undecided pieces
 * only. Not thread-safe; close it to free its stream of the voice activity model.
 */
public final class SpeechPieces implements AutoCloseable {

    /** Audio held at most, in seconds: a piece, what is looked at after it, a silence and a region that is going on. */
    public static final int LONGEST_HELD_SECONDS = 28 + 8 + 5 + 28 + 2;

    private static final int BLOCK = VoiceActivity.BLOCK * SpeechDetector.WINDOW;

    private final AudioSource audio;

    /** None where everything counts as speech. */
    private final Optional<VoiceActivity> activity;

    private final RecentAudio recent = new RecentAudio();
    private final Deque<Piece> ready = new ArrayDeque<>();
    private final PieceCutter cutter;
    private final SpeechDetector detector;
    private final float[] block = new float[BLOCK];
    private final float[] context = new float[VoiceActivity.CONTEXT];
    private final float[] probabilities = new float[VoiceActivity.BLOCK];
    private boolean ended;
    private int mostHeld;

    /** Reads {@code audio}, which the caller closes, with a new stream of {@code model} if {@code vad} is on. */
    public SpeechPieces(AudioSource audio, SileroVad model, Vad vad) throws OrtException {
        this.audio = audio;
        this.cutter = new PieceCutter(vad.padding().toMillis() * AudioSource.SAMPLE_RATE_HZ / 1000, this::cut);
        this.detector = new SpeechDetector(
                vad, (int) ((cutter.longest() - 2 * SpeechDetector.PADDING) / SpeechDetector.WINDOW), cutter::accept);
        this.activity = vad.on() ? Optional.of(model.stream()) : Optional.empty();
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
        Arrays.fill(block, count, BLOCK, 0f);
        int windows = (count + SpeechDetector.WINDOW - 1) / SpeechDetector.WINDOW;
        if (activity.isPresent()) {
            listen(activity.get(), windows, options);
        } else {
            Arrays.fill(probabilities, 1f);
        }
        for (int window = 0; window < windows; window++) {
            detector.accept(probabilities[window], power(window * SpeechDetector.WINDOW));
        }
    }

    private void listen(VoiceActivity to, int windows, RunOptions options) throws OrtException {
        for (int window = 0; window < windows; window++) {
            int from = window * SpeechDetector.WINDOW;
            int at = window * VoiceActivity.INPUT;
            to.input().put(at, context);
            to.input().put(at + VoiceActivity.CONTEXT, block, from, SpeechDetector.WINDOW);
            System.arraycopy(block, from + SpeechDetector.WINDOW - context.length, context, 0, context.length);
        }
        to.run(windows, probabilities, options);
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
        activity.ifPresent(VoiceActivity::close);
    }
}
