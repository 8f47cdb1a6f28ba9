package stt.search;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;

/** Collects the terms of one transcript. Not thread-safe. */
public final class SearchTerms {

    /** In front of every term: none is too short for a full-text index then, and none is a word that it leaves out. */
    static final String WORD = "w_";

    private static final String ACCOUNT = "a_";

    /** InnoDB leaves out longer ones ({@code innodb_ft_max_token_size}). */
    private static final int LONGEST = 84;

    private final Set<String> terms = new LinkedHashSet<>();

    /** For a transcript of {@code account}. */
    public SearchTerms(UUID account) {
        terms.add(account(account));
    }

    /** Adds every word of {@code text}. */
    public SearchTerms add(String text) {
        for (Words.Run run : Words.of(text)) {
            if (run.spaced()) {
                terms.add(term(run.characters()));
            } else {
                addPairs(run);
            }
        }
        return this;
    }

    /** All terms, each once, with a space before and after each. */
    public String text() {
        return " " + String.join(" ", terms) + " ";
    }

    /** The last character stands alone, so that a search for it finds it as the beginning of something. */
    private void addPairs(Words.Run run) {
        int[] characters = run.characters();
        for (int i = 0; i + 1 < characters.length; i++) {
            terms.add(term(characters[i], characters[i + 1]));
        }
        terms.add(term(characters[characters.length - 1]));
    }

    /** The term of everything that belongs to {@code account}. */
    static String account(UUID account) {
        return ACCOUNT + account.toString().replace("-", "");
    }

    /** Letters and digits of ASCII are themselves, others are {@code _} and their number: terms have prefixes as words have. */
    static String term(int... characters) {
        StringBuilder term = new StringBuilder(WORD);
        for (int character : characters) {
            String written = character < 128 ? Character.toString(character) : '_' + Integer.toHexString(character);
            if (term.length() + written.length() > LONGEST) {
                break;
            }
            term.append(written);
        }
        return term.toString();
    }
}
