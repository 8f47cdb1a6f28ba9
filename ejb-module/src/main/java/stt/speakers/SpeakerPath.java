package stt.speakers;

import java.util.List;

/**
 * The likeliest speakers of words in a row (Viterbi): each word prefers the speaker whose turns it falls into, and a change
 * of speaker has a price that is high within a sentence and low between sentences and after a pause.
 */
final class SpeakerPath {

    /** Price of a change within a sentence: two words cannot pay for there and back, three can, see {@link #DOUBT}. */
    private static final double CHANGE = 3.5;

    /** Price of a change between sentences or at a pause. */
    private static final double CHANGE_AT_BREAK = 0.3;

    /** Seconds of silence at which speakers change easily. */
    private static final double PAUSE = 0.4;

    /** What is left for speakers who were not heard in a word: times of turns and of words are not exact. */
    private static final double DOUBT = 0.05;

    private SpeakerPath() {}

    /** The speaker of each unit, from 1 on; 0 when there are no turns. */
    static int[] likeliest(List<SpokenUnit> units, TurnOverlaps turns) {
        int speakers = turns.speakers();
        int[] path = new int[units.size()];
        if (speakers == 0 || units.isEmpty()) {
            return path;
        }
        int[][] from = new int[units.size()][speakers];
        double[] score = new double[speakers];
        for (int i = 0; i < units.size(); i++) {
            score = step(units, i, score, from[i], turns);
        }
        int speaker = best(score);
        for (int i = units.size() - 1; i >= 0; i--) {
            path[i] = speaker + 1;
            speaker = from[i][speaker];
        }
        return path;
    }

    private static double[] step(List<SpokenUnit> units, int i, double[] before, int[] from, TurnOverlaps turns) {
        SpokenUnit unit = units.get(i);
        double price = i == 0 || isBreak(units.get(i - 1), unit) ? CHANGE_AT_BREAK : CHANGE;
        double[] heard = turns.within(unit.start(), unit.end());
        int best = best(before);
        double[] score = new double[before.length];
        for (int speaker = 0; speaker < score.length; speaker++) {
            boolean stays = before[speaker] >= before[best] - price;
            from[speaker] = stays ? speaker : best;
            score[speaker] = (stays ? before[speaker] : before[best] - price) + Math.log(DOUBT + heard[speaker]);
        }
        return score;
    }

    private static boolean isBreak(SpokenUnit before, SpokenUnit unit) {
        return unit.beginsSentence() || unit.pauseAfter(before) >= PAUSE;
    }

    private static int best(double[] score) {
        int best = 0;
        for (int i = 1; i < score.length; i++) {
            best = score[i] > score[best] ? i : best;
        }
        return best;
    }
}
