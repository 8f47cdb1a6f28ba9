package stt.engine.diarization;

import static stt.engine.diarization.Powerset.VOICES;
import static stt.engine.diarization.SegmentationGraph.FRAMES;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What segmentation heard in one window: for each frame the probabilities of its voices, of speech and of overlap, in a
 * byte each; for each voice how long it speaks, and what it sounds like. Filled once, then read.
 */
final class HeardWindow {

    private static final int SPEECH = VOICES;
    private static final int OVERLAP = VOICES + 1;
    private static final int VALUES = VOICES + 2;
    private static final float ONE = 255;

    private final long firstFrame;
    private final byte[] heard = new byte[FRAMES * VALUES];
    private final int[] activeFrames = new int[VOICES];
    private final int[] soloFrames = new int[VOICES];
    private final float[] @Nullable [] voices = new float[VOICES][];

    /** Of the window whose first frame has this number in the recording. */
    HeardWindow(long firstFrame) {
        this.firstFrame = firstFrame;
    }

    long firstFrame() {
        return firstFrame;
    }

    /** Keeps what {@code powerset} says of a frame, with {@code active} voices, one bit each. */
    void set(int frame, Powerset powerset, int active) {
        for (int voice = 0; voice < VOICES; voice++) {
            heard[frame * VALUES + voice] = toByte(powerset.voice(voice));
            if ((active >> voice & 1) != 0) {
                activeFrames[voice]++;
                soloFrames[voice] += Integer.bitCount(active) == 1 ? 1 : 0;
            }
        }
        heard[frame * VALUES + SPEECH] = toByte(powerset.speech());
        heard[frame * VALUES + OVERLAP] = toByte(powerset.overlap());
    }

    private static byte toByte(double probability) {
        return (byte) Math.round(probability * ONE);
    }

    /** Probability in [0, 1] that a voice speaks in a frame of this window. */
    float voice(int frame, int voice) {
        return (heard[frame * VALUES + voice] & 0xff) / ONE;
    }

    float speech(int frame) {
        return voice(frame, SPEECH);
    }

    float overlap(int frame) {
        return voice(frame, OVERLAP);
    }

    /** Whether a voice speaks in this window at all. */
    boolean isActive(int voice) {
        return activeFrames[voice] > 0;
    }

    /** Frames in which a voice speaks alone. */
    int soloFrames(int voice) {
        return soloFrames[voice];
    }

    /** What a voice sounds like, of unit length; absent when it was not looked at. */
    float @Nullable [] sound(int voice) {
        return voices[voice];
    }

    void setSound(int voice, float[] sound) {
        voices[voice] = sound;
    }

    /** The highest probability of a voice in the frames of the recording from {@code from} to before {@code to}. */
    float loudest(int voice, long from, long to) {
        float highest = 0;
        for (int frame = within(from); frame < within(to); frame++) {
            highest = Math.max(highest, voice(frame, voice));
        }
        return highest;
    }

    /** How much of two windows' voices is the same speech: expected frames in which both are heard at once. */
    double shared(int voice, HeardWindow other, int otherVoice) {
        double sum = 0;
        for (int frame = within(other.firstFrame); frame < within(other.firstFrame + FRAMES); frame++) {
            sum += voice(frame, voice) * other.voice((int) (frame + firstFrame - other.firstFrame), otherVoice);
        }
        return sum;
    }

    /** The same with a voice of the window of {@code passage}, in the passage. */
    double shared(int voice, Passage passage, int passageVoice) {
        HeardWindow other = passage.window();
        long from = Math.max(passage.from(), other.firstFrame);
        long to = Math.min(passage.to(), other.firstFrame + FRAMES);
        double sum = 0;
        for (int frame = within(from); frame < within(to); frame++) {
            sum += voice(frame, voice) * other.voice((int) (frame + firstFrame - other.firstFrame), passageVoice);
        }
        return sum;
    }

    private int within(long frame) {
        return (int) Math.max(0, Math.min(FRAMES, frame - firstFrame));
    }

    @Override
    public String toString() {
        return "window at frame " + firstFrame + ", active " + Arrays.toString(activeFrames);
    }
}
