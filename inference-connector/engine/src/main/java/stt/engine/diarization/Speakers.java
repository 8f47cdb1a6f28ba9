package stt.engine.diarization;

import java.util.ArrayList;
import java.util.List;

/** The second half of a diarization, once all has been heard: which voices of which windows are one speaker. */
final class Speakers {

    /** Times that speakers' sounds are taken from the voices assigned to them, and voices assigned again. */
    private static final int REFINEMENTS = 2;

    private Speakers() {}

    /**
     * @param wanted how many speakers there are, 0 to find out
     * @param frames of the whole recording
     */
    static HeardTimeline find(List<HeardWindow> windows, int wanted, long frames) {
        List<float[]> sounds = VoiceClusters.find(windows, wanted);
        int[][] assigned = new SpeakerAssignment(sounds).assign(windows);
        for (int i = 0; i < REFINEMENTS && sounds.size() > 1; i++) {
            sounds = refined(windows, assigned, sounds);
            assigned = new SpeakerAssignment(sounds).assign(windows);
        }
        return new HeardTimeline(windows, assigned, sounds.size(), frames);
    }

    private static List<float[]> refined(List<HeardWindow> windows, int[][] assigned, List<float[]> before) {
        List<float[]> sums = new ArrayList<>();
        before.forEach(sound -> sums.add(new float[sound.length]));
        for (int i = 0; i < windows.size(); i++) {
            for (int voice = 0; voice < Powerset.VOICES; voice++) {
                float[] sound = windows.get(i).sound(voice);
                if (sound != null && assigned[i][voice] != SpeakerAssignment.NOBODY) {
                    Vectors.add(
                            sums.get(assigned[i][voice]), sound, windows.get(i).soloFrames(voice));
                }
            }
        }
        for (int i = 0; i < sums.size(); i++) {
            if (Vectors.dot(sums.get(i), sums.get(i)) == 0) {
                sums.set(i, before.get(i));
            }
            Vectors.normalize(sums.get(i));
        }
        return sums;
    }
}
