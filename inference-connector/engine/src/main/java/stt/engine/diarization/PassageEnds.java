package stt.engine.diarization;

import static stt.engine.diarization.SegmentationGraph.FRAMES;

/**
 * Where passages end: in the deepest pause that is near enough. A window sometimes takes two people who speak after each other
 * for one voice, and between them there mostly is a pause.
 */
final class PassageEnds {

    /** Frames of a passage at least: 1.2 s. */
    static final int SHORTEST = 70;

    /** Frames of a passage at most: 3 s, so that a passage fits into the window that hears it. */
    static final int LONGEST = 178;

    /** Frames on either side that a pause is looked at with. */
    private static final int AROUND = 5;

    /** Of several pauses alike, the one that is nearest to here. */
    private static final int USUAL = 136;

    /** How much a pause loses for each frame it is farther from there: next to nothing. */
    private static final double FARTHER = 1e-5;

    private PassageEnds() {}

    /**
     * Where the passage ends that begins at frame {@code from} of the recording, at most {@link #LONGEST} before the end of
     * {@code window} or, in the last one, anywhere in it.
     */
    static long after(HeardWindow window, long from, boolean last) {
        int begin = (int) (from - window.firstFrame());
        if (last && FRAMES - begin <= LONGEST) {
            return window.firstFrame() + FRAMES;
        }
        int first = begin + SHORTEST;
        int latest = Math.min(begin + LONGEST, last ? Math.max(first, FRAMES - SHORTEST) : FRAMES - 1);
        int best = first;
        for (int frame = first; frame <= latest; frame++) {
            best = cost(window, frame, begin) < cost(window, best, begin) ? frame : best;
        }
        return window.firstFrame() + best;
    }

    private static double cost(HeardWindow window, int frame, int begin) {
        double speech = 0;
        for (int i = frame - AROUND; i <= frame + AROUND; i++) {
            speech += window.speech(Math.max(0, Math.min(FRAMES - 1, i)));
        }
        return speech / (2 * AROUND + 1) + FARTHER * Math.abs(frame - begin - USUAL);
    }
}
