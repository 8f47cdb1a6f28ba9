package stt.engine.diarization;

import static stt.engine.diarization.Powerset.VOICES;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Voices that are heard too little to know what they sound like: they sound as the same speech does in other windows. */
final class UnheardVoices {

    /** Windows on either side that share audio with a window. */
    private static final int NEIGHBOURS = 4;

    private UnheardVoices() {}

    /** Gives active voices without a sound that of their neighbours, where there is any. */
    static void fill(List<HeardWindow> windows) {
        List<Runnable> found = new ArrayList<>();
        for (int i = 0; i < windows.size(); i++) {
            HeardWindow window = windows.get(i);
            for (int voice = 0; voice < VOICES; voice++) {
                float[] sound =
                        window.isActive(voice) && window.sound(voice) == null ? borrowed(windows, i, voice) : null;
                int unheard = voice;
                if (sound != null) {
                    found.add(() -> window.setSound(unheard, sound));
                }
            }
        }
        found.forEach(Runnable::run); // only now, so that nothing is borrowed twice
    }

    private static float @Nullable [] borrowed(List<HeardWindow> windows, int index, int voice) {
        HeardWindow window = windows.get(index);
        float @Nullable [] sum = null;
        for (int i = Math.max(0, index - NEIGHBOURS); i < Math.min(windows.size(), index + NEIGHBOURS + 1); i++) {
            HeardWindow other = windows.get(i);
            for (int otherVoice = 0; otherVoice < VOICES; otherVoice++) {
                float[] sound = other.sound(otherVoice);
                if (sound != null) {
                    sum = sum == null ? new float[sound.length] : sum;
                    Vectors.add(sum, sound, window.shared(voice, other, otherVoice));
                }
            }
        }
        if (sum != null) {
            Vectors.normalize(sum);
        }
        return sum;
    }
}
