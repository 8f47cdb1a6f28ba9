package stt.engine.diarization;

import static stt.engine.diarization.SegmentationGraph.FRAMES;

import java.util.Arrays;
import java.util.List;

/**
 * Who speaks in a frame, by the mean of what the windows that hold it heard. Asked forward in time only. Not thread-safe.
 */
final class FrameVotes {

    private final List<HeardWindow> windows;
    private final List<SpokenPassage> passages;
    private final double[] votes;
    private int first;
    private int passage;
    private int one;
    private int two;

    FrameVotes(List<HeardWindow> windows, List<SpokenPassage> passages, int speakers) {
        this.windows = windows;
        this.passages = passages;
        this.votes = new double[speakers];
    }

    /**
     * Decides who speaks in {@code frame}.
     *
     * @param enough probability of speech from which somebody speaks
     */
    void decide(long frame, double enough) {
        one = SpeakerAssignment.NOBODY;
        two = SpeakerAssignment.NOBODY;
        Arrays.fill(votes, 0);
        while (first < windows.size() && windows.get(first).firstFrame() + FRAMES <= frame) {
            first++;
        }
        while (passage + 1 < passages.size() && passages.get(passage).to() <= frame) {
            passage++;
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
                add(i, at);
                count++;
            }
        }
        if (count > 0 && speech / count >= enough) {
            one = best(SpeakerAssignment.NOBODY);
            two = overlap / count >= SpeechDecision.OVERLAP ? best(one) : SpeakerAssignment.NOBODY;
        }
    }

    private void add(int window, int frame) {
        for (int voice = 0; voice < Powerset.VOICES; voice++) {
            int speaker = passages.get(passage).speaker(window, voice);
            if (speaker != SpeakerAssignment.NOBODY) {
                votes[speaker] += windows.get(window).voice(frame, voice);
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

    /** Whether this speaker, from 0 on, speaks in the frame that was decided last. */
    boolean speaks(int speaker) {
        return speaker == one || speaker == two;
    }
}
