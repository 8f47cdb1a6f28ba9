package stt.engine.diarization;

import static stt.engine.diarization.Powerset.VOICES;

import org.jspecify.annotations.Nullable;

/**
 * A stretch of one to three seconds of the recording, from pause to pause where there are any, and what the voices that speak alone in it sound like there: as the window
 * heard it whose middle it is nearest to. Passages follow each other without a gap. Filled once, then read.
 */
final class Passage {

    private final long from;
    private final long to;
    private final HeardWindow window;
    private final float[] @Nullable [] sounds = new float[VOICES][];
    private final double[] seconds = new double[VOICES];

    /** From frame {@code from} of the recording to before {@code to}, all of which {@code window} has heard. */
    Passage(long from, long to, HeardWindow window) {
        this.from = from;
        this.to = to;
        this.window = window;
    }

    long from() {
        return from;
    }

    long to() {
        return to;
    }

    /** Whose voices are spoken of. */
    HeardWindow window() {
        return window;
    }

    /** What a voice of the window sounds like here, of unit length; absent where too little of it is heard alone. */
    float @Nullable [] sound(int voice) {
        return sounds[voice];
    }

    /** Seconds that went into {@link #sound}; 0 when there is none. */
    double seconds(int voice) {
        return seconds[voice];
    }

    void setSound(int voice, float[] sound, double length) {
        sounds[voice] = sound;
        seconds[voice] = length;
    }
}
