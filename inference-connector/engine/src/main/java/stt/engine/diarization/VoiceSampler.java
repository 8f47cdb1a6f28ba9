package stt.engine.diarization;

import static stt.engine.diarization.SegmentationGraph.FRAMES;
import static stt.engine.diarization.SegmentationGraph.FRAME_FIELD;
import static stt.engine.diarization.SegmentationGraph.FRAME_STEP;
import static stt.engine.diarization.SegmentationGraph.WINDOW;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession.RunOptions;
import java.util.function.IntPredicate;
import stt.engine.kaldi.FilterBank;
import stt.inference.api.AudioSource;

/**
 * Listens to each voice of a window where it speaks alone; only where it never does, also where others speak. Not
 * thread-safe: reuses its buffers.
 */
final class VoiceSampler {

    /** Features (10 ms each) of a voice alone that are worth more than more of them mixed with others. */
    private static final int ENOUGH_ALONE = 50;

    /** Features of a voice below which its sound is noise. */
    private static final int TOO_FEW = 30;

    /** The same for a passage, whose voices are compared with others of such length. */
    private static final int TOO_FEW_IN_PASSAGE = 40;

    private static final double FEATURE_SECONDS = FilterBank.HOP / (double) AudioSource.SAMPLE_RATE_HZ;

    private final VoiceGraph graph;
    private final float[] features = new float[VoiceGraph.MOST_FRAMES * VoiceGraph.BINS];

    VoiceSampler(VoiceGraph graph) {
        this.graph = graph;
    }

    /**
     * Gives the voices of {@code window} their sounds.
     *
     * @param active its likeliest voices in each frame, one bit each
     * @param bank features of the audio; those of the window are still held
     */
    void sample(HeardWindow window, int[] active, FilterBank bank, RunOptions options) throws OrtException {
        Passage whole = new Passage(window.firstFrame(), window.firstFrame() + FRAMES, window);
        for (int voice = 0; voice < Powerset.VOICES; voice++) {
            if (!window.isActive(voice)) {
                continue;
            }
            int alone = 1 << voice;
            int count = collect(whole, active, now -> now == alone, bank);
            if (count < ENOUGH_ALONE) {
                count = collect(whole, active, now -> (now & alone) != 0, bank);
            }
            if (count >= TOO_FEW) {
                window.setSound(voice, graph.embed(features, count, options));
            }
        }
    }

    /** Gives the voices of {@code passage} their sounds there; the other parameters are those of its window. */
    void sample(Passage passage, int[] active, FilterBank bank, RunOptions options) throws OrtException {
        for (int voice = 0; voice < Powerset.VOICES; voice++) {
            int alone = 1 << voice;
            int count = collect(passage, active, now -> now == alone, bank);
            if (count >= TOO_FEW_IN_PASSAGE) {
                passage.setSound(voice, graph.embed(features, count, options), count * FEATURE_SECONDS);
            }
        }
    }

    private int collect(Passage passage, int[] active, IntPredicate wanted, FilterBank bank) {
        long start = passage.window().firstFrame() * FRAME_STEP;
        long end = Math.min(bank.end(), (start + WINDOW - FilterBank.FRAME) / FilterBank.HOP + 1);
        int count = 0;
        for (long i = (start + FilterBank.HOP - 1) / FilterBank.HOP; i < end && count < VoiceGraph.MOST_FRAMES; i++) {
            int frame = frameAt(i * FilterBank.HOP + FilterBank.FRAME / 2 - start);
            long place = passage.window().firstFrame() + frame;
            if (place >= passage.from() && place < passage.to() && wanted.test(active[frame])) {
                bank.copy(i, features, count * VoiceGraph.BINS);
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
