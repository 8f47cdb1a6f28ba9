package stt.engine.diarization;

import static stt.engine.diarization.Powerset.VOICES;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Which speaker each voice of each window is. Two voices of one window are two speakers, as far as there are enough; among
 * all ways to say so the one with the highest sum of similarities is taken.
 */
final class SpeakerAssignment {

    /** For a voice that does not speak, or of which nothing is known. */
    static final int NOBODY = -1;

    /** Windows on either side that share audio with a window. */
    private static final int NEIGHBOURS = 4;

    private final List<float[]> speakers;
    private final double[][] similarity = new double[VOICES][];
    private final int[][] candidates = new int[VOICES][];
    private final int[] chosen = new int[VOICES];
    private final int[] best = new int[VOICES];
    private double bestSum;

    SpeakerAssignment(List<float[]> speakers) {
        this.speakers = speakers;
        for (int voice = 0; voice < VOICES; voice++) {
            similarity[voice] = new double[speakers.size()];
        }
    }

    /** The speaker of each voice of each window, or {@link #NOBODY}. */
    int[][] assign(List<HeardWindow> windows) {
        int[][] assigned = new int[windows.size()][];
        for (int i = 0; i < windows.size(); i++) {
            for (int voice = 0; voice < VOICES; voice++) {
                float[] sound = sound(windows, i, voice);
                chosen[voice] = sound == null ? NOBODY : 0;
                if (sound != null) {
                    compare(voice, sound);
                }
            }
            bestSum = Double.NEGATIVE_INFINITY;
            choose(0, 0);
            assigned[i] = best.clone();
        }
        return assigned;
    }

    /** Only the best few can be part of the best choice: each voice has another one left when two are taken. */
    private void compare(int voice, float[] sound) {
        for (int speaker = 0; speaker < speakers.size(); speaker++) {
            similarity[voice][speaker] = Vectors.dot(sound, speakers.get(speaker));
        }
        candidates[voice] = IntStream.range(0, speakers.size())
                .boxed()
                .sorted(Comparator.comparingDouble(speaker -> -similarity[voice][speaker]))
                .limit(VOICES)
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private void choose(int voice, double sum) {
        if (voice == VOICES) {
            if (sum > bestSum) {
                bestSum = sum;
                System.arraycopy(chosen, 0, best, 0, VOICES);
            }
            return;
        }
        if (chosen[voice] == NOBODY) {
            choose(voice + 1, sum);
            return;
        }
        for (int speaker : candidates[voice]) {
            chosen[voice] = speaker;
            choose(voice + 1, sum + similarity[voice][speaker] - clashes(voice));
        }
        chosen[voice] = 0;
    }

    /** More than similarities could make up for: sharing a speaker is for windows with more voices than speakers. */
    private double clashes(int voice) {
        double clashes = 0;
        for (int earlier = 0; earlier < voice; earlier++) {
            clashes += chosen[earlier] == chosen[voice] ? 10 : 0;
        }
        return clashes;
    }

    /** What a voice sounds like, or else the same speech in neighbouring windows. */
    private static float @Nullable [] sound(List<HeardWindow> windows, int index, int voice) {
        HeardWindow window = windows.get(index);
        if (!window.isActive(voice) || window.sound(voice) != null) {
            return window.sound(voice);
        }
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
