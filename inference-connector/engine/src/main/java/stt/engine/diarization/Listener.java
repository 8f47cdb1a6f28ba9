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
import stt.engine.audio.AudioFrames;
import stt.engine.audio.RecentAudio;
import stt.engine.onnx.CancellableRun;

/**
 * The first half of a diarization, which goes along with the audio: overlapping windows, who is heard in each of them, and
 * what those voices sound like. Holds at most 20 s of audio. Not thread-safe; for one recording.
 */
final class Listener {

    /** Frames from one window to the next: 2.5 s. */
    static final int STEP = 148;

    /** Frames of a window from whose end on the next one hears better, being farther from its own beginning. */
    private static final int BEST_UNTIL = (FRAMES + STEP) / 2;

    private final SegmentationGraph segmentation;
    private final VoiceSampler sampler;
    private final CancellableRun run;
    private final RecentAudio audio = new RecentAudio();
    private final AudioFrames frames;
    private final Powerset powerset = new Powerset();
    private final float[] logProbabilities = new float[FRAMES * CLASSES];
    private final int[] active = new int[FRAMES];
    private final List<HeardWindow> windows = new ArrayList<>();
    private final List<Passage> passages = new ArrayList<>();
    private final SpeechEvidence evidence;
    private long passedTo;

    Listener(SegmentationGraph segmentation, VoiceSampler sampler, SpeechEvidence evidence, CancellableRun run) {
        this.segmentation = segmentation;
        this.sampler = sampler;
        this.frames = sampler.frames();
        this.evidence = evidence;
        this.run = run;
    }

    /** The next samples of the recording. The last window waits for {@link #finish}, as it is heard to its end. */
    void accept(float[] samples, int offset, int count) throws OrtException {
        audio.append(samples, offset, count);
        frames.accept(samples, offset, count);
        evidence.accept(samples, offset, count, run.options());
        while (audio.end() > regular(windows.size() + BATCH - 1) * FRAME_STEP + WINDOW) {
            listen(BATCH, false);
        }
    }

    /**
     * Ends the recording. The last window ends with the audio, so that it hears no zeros; only audio shorter than a window
     * is filled up.
     */
    Heard finish() throws OrtException {
        int whole = 0;
        while (regular(windows.size() + whole) * FRAME_STEP + WINDOW <= audio.end()) {
            whole++;
        }
        boolean rest = audio.end() >= FRAME_FIELD && audio.end() > coveredBy(windows.size() + whole);
        if (whole > 0 || rest) {
            listen(whole + (rest ? 1 : 0), rest);
        }
        evidence.finish(run.options());
        return new Heard(windows, passages, evidence, FrameTimes.count(audio.end()));
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
            HeardWindow window = windows.get(done + row);
            hear(row, window);
            sampler.sample(window, active, frames, run.options());
            boolean last = window.firstFrame() * FRAME_STEP + WINDOW >= audio.end();
            pass(window, window.firstFrame() + (last ? FRAMES : BEST_UNTIL), last);
        }
        long needed = regular(windows.size() - 1) * FRAME_STEP;
        audio.forgetBefore(needed);
        frames.forgetBefore(needed / AudioFrames.HOP);
    }

    /** Listens to the passages that {@code window} hears best: those that begin before {@code until}. */
    private void pass(HeardWindow window, long until, boolean last) throws OrtException {
        while (passedTo < until) {
            Passage passage = new Passage(passedTo, PassageEnds.after(window, passedTo, last), window);
            sampler.sample(passage, active, frames, run.options());
            passages.add(passage);
            passedTo = passage.to();
        }
    }

    private void hear(int row, HeardWindow window) {
        segmentation.copy(row, logProbabilities);
        for (int frame = 0; frame < FRAMES; frame++) {
            powerset.read(logProbabilities, frame * CLASSES);
            active[frame] = powerset.voices(SpeechDecision.LISTENED);
            window.set(frame, powerset, active[frame]);
        }
    }
}
