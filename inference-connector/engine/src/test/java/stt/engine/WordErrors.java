package stt.engine;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Word errors after simple normalization: lower case, no punctuation, compounds as their parts, a few titles spelled out. */
public final class WordErrors {

    private WordErrors() {}

    /** The words that count. */
    public static List<String> words(String text) {
        return Stream.of(text.toLowerCase(Locale.ROOT)
                        .replaceAll("[\\p{P}\\p{S}&&[^']]", " ")
                        .replace("'", "")
                        .strip()
                        .split("\\s+"))
                .map(word -> word.equals("mr") ? "mister" : word)
                .toList();
    }

    /** Substitutions, deletions and insertions that turn one text into the other. */
    public static int between(String reference, String hypothesis) {
        List<String> from = words(reference);
        List<String> to = words(hypothesis);
        int[] costs = new int[to.size() + 1];
        Arrays.setAll(costs, i -> i);
        for (int i = 1; i <= from.size(); i++) {
            int diagonal = costs[0];
            costs[0] = i;
            for (int j = 1; j <= to.size(); j++) {
                int changed = diagonal + (from.get(i - 1).equals(to.get(j - 1)) ? 0 : 1);
                diagonal = costs[j];
                costs[j] = Math.min(changed, 1 + Math.min(costs[j], costs[j - 1]));
            }
        }
        return costs[to.size()];
    }
}
