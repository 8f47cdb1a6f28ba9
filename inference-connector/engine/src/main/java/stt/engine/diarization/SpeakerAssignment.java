package stt.engine.diarization;

import static stt.engine.diarization.Powerset.VOICES;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Which speakers voices are that are heard beside each other. Two such voices are two speakers, as far as there are enough;
 * among all ways to say so the one with the highest sum of similarities is taken. Not thread-safe.
 */
final class SpeakerAssignment {

    /** For a voice that does not speak, or of which nothing is known. */
    static final int NOBODY = -1;

    private final List<float[]> speakers;
    private final double[][] similarity = new double[VOICES][];
    private final int[][] candidates = new int[VOICES][];
    private final int[] chosen = new int[VOICES];
    private final int[] best = new int[VOICES];
    private double bestSum;

    /** Between {@code speakers}, at least one, by their sounds. */
    SpeakerAssignment(List<float[]> speakers) {
        this.speakers = speakers;
        for (int voice = 0; voice < VOICES; voice++) {
            similarity[voice] = new double[speakers.size()];
        }
    }

    /** The speaker of each voice, {@link #NOBODY} where there is no sound. */
    int[] assign(float[] @Nullable [] sounds) {
        for (int voice = 0; voice < VOICES; voice++) {
            float[] sound = sounds[voice];
            chosen[voice] = sound == null ? NOBODY : 0;
            if (sound != null) {
                compare(voice, sound);
            }
        }
        bestSum = Double.NEGATIVE_INFINITY;
        choose(0, 0);
        return best.clone();
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

    /** More than similarities could make up for: sharing a speaker is for more voices than speakers. */
    private double clashes(int voice) {
        double clashes = 0;
        for (int earlier = 0; earlier < voice; earlier++) {
            clashes += chosen[earlier] == chosen[voice] ? 10 : 0;
        }
        return clashes;
    }
}
