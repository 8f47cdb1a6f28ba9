package stt.engine.diarization;

import java.util.List;

/** Which speaker each voice of the windows is that overlap a passage. Immutable. */
final class SpokenPassage {

    private final long to;
    private final int firstWindow;
    private final int[][] speakers;

    /**
     * @param to frame of the recording at which it ends
     * @param firstWindow number of the first of these windows
     * @param speakers of each of them, for each voice, {@link SpeakerAssignment#NOBODY} for one that does not speak here
     */
    SpokenPassage(long to, int firstWindow, List<int[]> speakers) {
        this.to = to;
        this.firstWindow = firstWindow;
        this.speakers = speakers.toArray(new int[0][]);
    }

    long to() {
        return to;
    }

    /** The speaker of a voice of the window with this number, which overlaps the passage. */
    int speaker(int window, int voice) {
        return speakers[window - firstWindow][voice];
    }
}
