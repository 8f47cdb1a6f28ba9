package stt.engine.diarization;

import static stt.engine.diarization.SegmentationGraph.BATCH;
import static stt.engine.diarization.SegmentationGraph.CLASSES;
import static stt.engine.diarization.SegmentationGraph.FRAMES;
import static stt.engine.diarization.SegmentationGraph.FRAME_FIELD;
import static stt.engine.diarization.SegmentationGraph.FRAME_STEP;
import static stt.engine.diarization.SegmentationGraph.WINDOW;

import ai.onnxruntime.OrtException;
import java.util.ArrayList;
import java.util.List;
import stt.engine.audio.RecentAudio;
import stt.engine.kaldi.FilterBank;
import stt.engine.onnx.CancellableRun;

/**
 * The first half of a diarization, which goes along with the audio: overlapping windows, who is heard in each of them, and
 * what those voices sound like. Holds at most 20 s of audio. Not thread-safe; for one recording.
 */
final class Listener {

    /** Frames from one window to the next: 2.5 s. */
    static final int STEP = 148;

    /** Every so many windows, voices are listened to; those in between are known from their neighbours. */
    private static final int SOUND_EVERY = 2;

    private final SegmentationGraph segmentation;
    private final VoiceSampler sampler;
    private final CancellableRun run;
    private final RecentAudio audio = new RecentAudio();
    private final FilterBank bank = new FilterBank(VoiceGraph.BINS);
    private final Powerset powerset = new Powerset();
    private final float[] logProbabilities = new float[FRAMES * CLASSES];
    private final int[] active = new int[FRAMES];
    private final List<HeardWindow> windows = new ArrayList<>();

    Listener(SegmentationGraph segmentation, VoiceSampler sampler, CancellableRun run) {
        this.segmentation = segmentation;
        this.sampler = sampler;
        this.run = run;
    }

    /** The next samples of the recording. */
    void accept(float[] samples, int offset, int count) throws OrtException {
        audio.append(samples, offset, count);
        bank.accept(samples, offset, count);
        while (audio.end() >= regular(windows.size() + BATCH - 1) * FRAME_STEP + WINDOW) {
            listen(BATCH, false);
        }
    }

    /**
     * Ends the recording. The last window ends with the audio, so that it hears no zeros; only audio shorter than a window
     * is filled up.
     */
    List<HeardWindow> finish() throws OrtException {
        int whole = 0;
        while (regular(windows.size() + whole) * FRAME_STEP + WINDOW <= audio.end()) {
            whole++;
        }
        boolean rest = audio.end() >= FRAME_FIELD && audio.end() > coveredBy(windows.size() + whole);
        if (whole > 0 || rest) {
            listen(whole + (rest ? 1 : 0), rest);
        }
        return windows;
    }

    private static long coveredBy(int count) {
        return count == 0 ? 0 : regular(count - 1) * FRAME_STEP + WINDOW;
    }

    /** First frame of a window that follows the others at the usual distance. */
    private static long regular(int window) {
        return (long) window * STEP;
    }

    /** First frame of the window that ends with the audio, within a frame. */
    private long lastFrame() {
        return Math.max(0, (audio.end() - WINDOW + FRAME_STEP - 1) / FRAME_STEP);
    }

    private void listen(int rows, boolean endsAudio) throws OrtException {
        run.check();
        int done = windows.size();
        for (int row = 0; row < rows; row++) {
            long first = endsAudio && row == rows - 1 ? lastFrame() : regular(done + row);
            windows.add(new HeardWindow(first));
            segmentation.set(row, audio, first * FRAME_STEP);
        }
        segmentation.run(rows, run.options());
        for (int row = 0; row < rows; row++) {
            hear(row, windows.get(done + row));
            boolean last = endsAudio && row == rows - 1;
            if ((done + row) % SOUND_EVERY == 0 || last) {
                sampler.sample(windows.get(done + row), active, bank, run.options());
            }
        }
        long needed = regular(windows.size() - 1) * FRAME_STEP;
        audio.forgetBefore(needed);
        bank.forgetBefore(needed / FilterBank.HOP);
    }

    private void hear(int row, HeardWindow window) {
        segmentation.copy(row, logProbabilities);
        for (int frame = 0; frame < FRAMES; frame++) {
            powerset.read(logProbabilities, frame * CLASSES);
            active[frame] = powerset.voices(SpeechDecision.THRESHOLD);
            window.set(frame, powerset, active[frame]);
        }
    }
}
