package stt.engine.diarization;

import static stt.engine.diarization.SegmentationGraph.CLASSES;
import static stt.engine.diarization.SegmentationGraph.FRAMES;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Passages whose voices are made up: people sound as random directions do, a little different every time. */
final class HeardVoices {

    /** Seconds that each voice is heard alone in a passage. */
    static final double SECONDS = 1.5;

    private static final int DIMENSIONS = 192;
    private static final int MOST_VOICES = 2;

    private final Random random = new Random(7);
    private final List<PassageVoice> voices = new ArrayList<>();
    private final List<float[]> people = new ArrayList<>();
    private int passages;

    /** Somebody like nobody else. */
    int person() {
        people.add(direction());
        return people.size() - 1;
    }

    /** Somebody whose voice is like that of {@code other}: their cosine is about 0.8. */
    int personLike(int other) {
        float[] sound = people.get(other).clone();
        Vectors.add(sound, direction(), 0.75);
        Vectors.normalize(sound);
        people.add(sound);
        return people.size() - 1;
    }

    /** A passage in which these speak, each alone for a while, at most two. */
    void passage(int... speakers) {
        HeardWindow window = new HeardWindow((long) passages * Listener.STEP);
        Powerset powerset = new Powerset();
        for (int frame = 0; frame < FRAMES; frame++) {
            int voice = frame % MOST_VOICES % speakers.length;
            float[] logProbabilities = new float[CLASSES];
            Arrays.fill(logProbabilities, -20);
            logProbabilities[1 + voice] = 0;
            powerset.read(logProbabilities, 0);
            window.set(frame, powerset, 1 << voice);
        }
        Passage passage = new Passage(window.firstFrame(), window.firstFrame() + Listener.STEP, window);
        for (int voice = 0; voice < speakers.length; voice++) {
            window.setSound(voice, sound(speakers[voice]));
            passage.setSound(voice, sound(speakers[voice]), SECONDS);
        }
        voices.addAll(PassageVoice.of(passage, passages++));
    }

    /** The voices of all passages. */
    List<PassageVoice> voices() {
        return voices;
    }

    /** Who of the people sounds most like this. */
    int nearest(float[] sound) {
        int best = 0;
        for (int i = 1; i < people.size(); i++) {
            best = Vectors.dot(sound, people.get(i)) > Vectors.dot(sound, people.get(best)) ? i : best;
        }
        return best;
    }

    /** Cosines between two sounds of one person are about 0.8. */
    private float[] sound(int person) {
        float[] sound = people.get(person).clone();
        Vectors.add(sound, direction(), 0.5);
        Vectors.normalize(sound);
        return sound;
    }

    private float[] direction() {
        float[] direction = new float[DIMENSIONS];
        for (int i = 0; i < DIMENSIONS; i++) {
            direction[i] = (float) random.nextGaussian();
        }
        Vectors.normalize(direction);
        return direction;
    }
}
