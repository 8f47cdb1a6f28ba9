package stt.engine.diarization;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Hierarchical clustering by average linkage (UPGMA): the two most similar groups become one, again and again. Groups are less
 * similar the more of their voices were heard beside each other. Time and memory grow with the square of the number of
 * groups, so callers give a bounded number.
 */
final class AverageLinkage {

    /** Similarity that is lost by groups of which the lighter one was only heard beside the other one. */
    private static final double BESIDE = 0.3;

    private final List<VoiceGroup> groups;
    private final float[][] similarity;
    private final float[][] beside;
    private final int[] nearest;

    private AverageLinkage(List<VoiceGroup> voices) {
        groups = new ArrayList<>(voices);
        similarity = new float[groups.size()][groups.size()];
        beside = new float[groups.size()][groups.size()];
        nearest = new int[groups.size()];
        for (int i = 0; i < groups.size(); i++) {
            for (int j = 0; j < i; j++) {
                beside[i][j] = groups.get(i).isBeside(groups.get(j)) ? (float) lighter(i, j) : 0;
                beside[j][i] = beside[i][j];
                similarity[i][j] = compare(i, j);
                similarity[j][i] = similarity[i][j];
            }
        }
        for (int i = 0; i < groups.size(); i++) {
            nearest[i] = findNearest(i);
        }
    }

    private double lighter(int one, int other) {
        return Math.min(groups.get(one).weight(), groups.get(other).weight());
    }

    private float compare(int one, int other) {
        double lost = BESIDE * beside[one][other] / lighter(one, other);
        return (float) (groups.get(one).similarity(groups.get(other)) - lost);
    }

    /** Joins groups as long as two are at least {@code threshold} similar. */
    static List<VoiceGroup> joinSimilar(List<VoiceGroup> voices, double threshold) {
        AverageLinkage linkage = new AverageLinkage(voices);
        int pair = linkage.mostSimilar();
        while (pair >= 0 && linkage.similarity[pair][linkage.nearest[pair]] >= threshold) {
            linkage.join(pair, linkage.nearest[pair]);
            pair = linkage.mostSimilar();
        }
        return linkage.groups;
    }

    /**
     * Joins groups until {@code count} are left, none of which is lighter than {@code lightest}; where a light one would
     * be among them, stops earlier and leaves light ones out. Fewer only when there are fewer voices.
     */
    static List<VoiceGroup> joinTo(List<VoiceGroup> voices, int count, double lightest) {
        AverageLinkage linkage = new AverageLinkage(voices);
        List<VoiceGroup> best = List.of();
        while (linkage.groups.size() > count) {
            List<VoiceGroup> heavy = heaviest(linkage.groups, count);
            if (heavy.get(count - 1).weight() >= lightest) {
                best = heavy;
            }
            int pair = linkage.mostSimilar();
            linkage.join(pair, linkage.nearest[pair]);
        }
        boolean allHeavy = linkage.groups.stream().allMatch(group -> group.weight() >= lightest);
        return allHeavy || best.isEmpty() ? linkage.groups : best;
    }

    private static List<VoiceGroup> heaviest(List<VoiceGroup> groups, int count) {
        return groups.stream()
                .sorted(Comparator.comparingDouble(VoiceGroup::weight).reversed())
                .limit(count)
                .toList();
    }

    /** The group that has the most similar partner, -1 when there is only one. */
    private int mostSimilar() {
        int best = -1;
        for (int i = 0; i < groups.size(); i++) {
            if (nearest[i] >= 0 && (best < 0 || similarity[i][nearest[i]] > similarity[best][nearest[best]])) {
                best = i;
            }
        }
        return best;
    }

    private int findNearest(int group) {
        int best = -1;
        for (int j = 0; j < groups.size(); j++) {
            if (j != group && (best < 0 || similarity[group][j] > similarity[group][best])) {
                best = j;
            }
        }
        return best;
    }

    /** The joined group takes the lower place; the last one moves to the place that becomes free. */
    private void join(int one, int other) {
        int kept = Math.min(one, other);
        int freed = Math.max(one, other);
        int last = groups.size() - 1;
        groups.set(kept, groups.get(kept).with(groups.get(freed)));
        groups.set(freed, groups.get(last));
        groups.remove(last);
        for (int j = 0; j <= last; j++) {
            beside[kept][j] += beside[freed][j];
            beside[j][kept] = beside[kept][j];
        }
        for (int j = 0; j <= last; j++) {
            similarity[freed][j] = similarity[last][j];
            similarity[j][freed] = similarity[j][last];
            beside[freed][j] = beside[last][j];
            beside[j][freed] = beside[j][last];
        }
        for (int j = 0; j < last; j++) {
            if (j != kept) {
                similarity[kept][j] = compare(kept, j);
                similarity[j][kept] = similarity[kept][j];
            }
        }
        repairNearest(kept, freed, last);
    }

    private void repairNearest(int kept, int freed, int last) {
        nearest[freed] = nearest[last];
        for (int j = 0; j < last; j++) {
            boolean lost = nearest[j] == kept || nearest[j] == freed || j == kept;
            nearest[j] = nearest[j] == last ? freed : nearest[j];
            if (lost || nearest[j] == j) {
                nearest[j] = findNearest(j);
            } else if (similarity[j][kept] > similarity[j][nearest[j]]) {
                nearest[j] = kept;
            }
        }
    }
}
