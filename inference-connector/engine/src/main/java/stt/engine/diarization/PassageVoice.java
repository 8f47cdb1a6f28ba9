package stt.engine.diarization;

import java.util.ArrayList;
import java.util.List;

/**
 * What somebody sounds like in a passage: the voice of its window, which is known from up to 10 s of speech but may be two
 * people's, and the passage's own speech, of which there is less. A second of the latter counts as much as all of the
 * former. Immutable.
 */
final class PassageVoice {

    /** Probability that a voice must reach in a passage to be looked at there. */
    private static final float HEARD = 0.2f;

    private final Passage passage;
    private final int number;
    private final int voice;
    private final float[] sound;

    private PassageVoice(Passage passage, int number, int voice) {
        this.passage = passage;
        this.number = number;
        this.voice = voice;
        this.sound = sound(passage.window(), voice, passage);
    }

    /** The voices that are heard in a passage of its window. */
    static List<PassageVoice> of(Passage passage, int number) {
        HeardWindow window = passage.window();
        List<PassageVoice> voices = new ArrayList<>();
        for (int voice = 0; voice < Powerset.VOICES; voice++) {
            if (isHeard(window, voice, passage)) {
                voices.add(new PassageVoice(passage, number, voice));
            }
        }
        return voices;
    }

    /** Which voice of the passage's window it is. */
    int voice() {
        return voice;
    }

    /** Of unit length. */
    float[] sound() {
        return sound;
    }

    /** Seconds that it is heard alone in the passage; 0 when its own sound there is not known. */
    double seconds() {
        return passage.seconds(voice);
    }

    /** Frames in which it is heard alone in the window. */
    int soloFrames() {
        return passage.window().soloFrames(voice);
    }

    /** As one of a group, with such a weight. */
    VoiceGroup weighing(double weight) {
        return VoiceGroup.of(sound, weight, number);
    }

    /** Whether the sound of a voice is known that is heard by {@code window}, anyone that overlaps it, in a passage. */
    static boolean isHeard(HeardWindow window, int voice, Passage passage) {
        return window.sound(voice) != null && window.loudest(voice, passage.from(), passage.to()) > HEARD;
    }

    /**
     * What a voice of any window sounds like in a passage: as it does in the window as a whole, and as those voices of the
     * passage do that speak at the same time.
     */
    static float[] sound(HeardWindow window, int voice, Passage passage) {
        float[] whole = window.sound(voice);
        if (whole == null) {
            throw new IllegalArgumentException("voice " + voice + " of " + window + " has no sound");
        }
        float[] sum = whole.clone();
        for (int other = 0; other < Powerset.VOICES; other++) {
            float[] here = passage.sound(other);
            if (here != null) {
                double seconds = window == passage.window()
                        ? (voice == other ? passage.seconds(other) : 0)
                        : FrameTimes.STEP_SECONDS * window.shared(voice, passage, other);
                Vectors.add(sum, here, seconds);
            }
        }
        Vectors.normalize(sum);
        return sum;
    }
}
