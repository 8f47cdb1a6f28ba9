package stt.engine.diarization;

import static stt.engine.diarization.SegmentationGraph.FRAMES;

import java.util.Arrays;
import java.util.List;

/**
 * Who speaks in a frame, by the mean of what the windows that hold it heard. Asked forward in time only. Not thread-safe.
 */
final class FrameVotes {

    private final List<HeardWindow> windows;
    private final int[][] assigned;
    private final double[] votes;
    private int first;
    private int one;
    private int two;

    FrameVotes(List<HeardWindow> windows, int[][] assigned, int speakers) {
        this.windows = windows;
        this.assigned = assigned;
        this.votes = new double[speakers];
    }

    /**
     * Decides who speaks in {@code frame}.
     *
     * @param spoken whether a word was recognized in it
     */
    void decide(long frame, boolean spoken) {
        one = SpeakerAssignment.NOBODY;
        two = SpeakerAssignment.NOBODY;
        Arrays.fill(votes, 0);
        while (first < windows.size() && windows.get(first).firstFrame() + FRAMES <= frame) {
            first++;
        }
        double speech = 0;
        double overlap = 0;
        int count = 0;
        for (int i = first; i < windows.size() && windows.get(i).firstFrame() <= frame; i++) {
            HeardWindow window = windows.get(i);
            int at = (int) (frame - window.firstFrame());
            if (at < FRAMES) {
                speech += window.speech(at);
                overlap += window.overlap(at);
                add(window, at, assigned[i]);
                count++;
            }
        }
        double enough = spoken ? SpeechDecision.WORD_THRESHOLD : SpeechDecision.THRESHOLD;
        if (count > 0 && speech / count >= enough) {
            one = best(SpeakerAssignment.NOBODY);
            two = overlap / count >= SpeechDecision.OVERLAP ? best(one) : SpeakerAssignment.NOBODY;
        }
    }

    private void add(HeardWindow window, int frame, int[] speakers) {
        for (int voice = 0; voice < Powerset.VOICES; voice++) {
            if (speakers[voice] != SpeakerAssignment.NOBODY) {
                votes[speakers[voice]] += window.voice(frame, voice);
            }
        }
    }

    private int best(int except) {
        int best = SpeakerAssignment.NOBODY;
        for (int speaker = 0; speaker < votes.length; speaker++) {
            if (speaker != except && votes[speaker] > 0 && (best < 0 || votes[speaker] > votes[best])) {
                best = speaker;
            }
        }
        return best;
    }

    /** The likeliest speaker of the frame decided last, or the second one where two speak; -1 for nobody. */
    int speaker(int rank) {
        return rank == 0 ? one : two;
    }

    boolean speaks(int speaker) {
        return speaker == one || speaker == two;
    }
}
