package stt.engine.diarization;

import static stt.engine.diarization.SegmentationGraph.FRAMES;
import static stt.engine.diarization.SegmentationGraph.FRAME_FIELD;
import static stt.engine.diarization.SegmentationGraph.FRAME_STEP;
import static stt.engine.diarization.SegmentationGraph.WINDOW;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession.RunOptions;
import java.util.function.IntPredicate;
import stt.engine.audio.AudioFrames;
import stt.inference.api.AudioSource;

/**
 * Listens to each voice of a window where it speaks alone; only where it never does, also where others speak. Not
 * thread-safe: reuses its buffers.
 */
final class VoiceSampler {

    /** Frames (10 ms each) of a voice alone that are worth more than more of them mixed with others. */
    private static final int ENOUGH_ALONE = 50;

    /** Frames of a voice below which its sound is noise. */
    private static final int TOO_FEW = 30;

    /** The same for a passage, whose voices are compared with others of such length. */
    private static final int TOO_FEW_IN_PASSAGE = 40;

    private static final double FRAME_SECONDS = AudioFrames.HOP / (double) AudioSource.SAMPLE_RATE_HZ;

    private final VoiceGraph graph;
    private final float[] values;

    VoiceSampler(VoiceGraph graph) {
        this.graph = graph;
        this.values = new float[VoiceGraph.MOST_FRAMES * graph.width()];
    }

    /** A stream of what is listened to. */
    AudioFrames frames() {
        return graph.facts().frames();
    }

    /**
     * Gives the voices of {@code window} their sounds.
     *
     * @param active its likeliest voices in each frame, one bit each
     * @param frames of the audio; those of the window are still held
     */
    void sample(HeardWindow window, int[] active, AudioFrames frames, RunOptions options) throws OrtException {
        Passage whole = new Passage(window.firstFrame(), window.firstFrame() + FRAMES, window);
        for (int voice = 0; voice < Powerset.VOICES; voice++) {
            if (!window.isActive(voice)) {
                continue;
            }
            int alone = 1 << voice;
            int count = collect(whole, active, now -> now == alone, frames);
            if (count < ENOUGH_ALONE) {
                count = collect(whole, active, now -> (now & alone) != 0, frames);
            }
            if (count >= TOO_FEW) {
                window.setSound(voice, graph.embed(values, count, options));
            }
        }
    }

    /** Gives the voices of {@code passage} their sounds there; the other parameters are those of its window. */
    void sample(Passage passage, int[] active, AudioFrames frames, RunOptions options) throws OrtException {
        for (int voice = 0; voice < Powerset.VOICES; voice++) {
            int alone = 1 << voice;
            int count = collect(passage, active, now -> now == alone, frames);
            if (count >= TOO_FEW_IN_PASSAGE) {
                passage.setSound(voice, graph.embed(values, count, options), count * FRAME_SECONDS);
            }
        }
    }

    private int collect(Passage passage, int[] active, IntPredicate wanted, AudioFrames frames) {
        long start = passage.window().firstFrame() * FRAME_STEP;
        long end = Math.min(frames.end(), (start + WINDOW - frames.length()) / AudioFrames.HOP + 1);
        int count = 0;
        for (long i = (start + AudioFrames.HOP - 1) / AudioFrames.HOP; i < end && count < VoiceGraph.MOST_FRAMES; i++) {
            int frame = frameAt(i * AudioFrames.HOP + frames.length() / 2 - start);
            long place = passage.window().firstFrame() + frame;
            if (place >= passage.from() && place < passage.to() && wanted.test(active[frame])) {
                frames.copy(i, values, count * graph.width());
                count++;
            }
        }
        return count;
    }

    /** The frame whose centre is nearest to a sample of the window. */
    private static int frameAt(long sample) {
        long nearest = Math.round((sample - FRAME_FIELD / 2) / (double) FRAME_STEP);
        return (int) Math.max(0, Math.min(FRAMES - 1, nearest));
    }
}
