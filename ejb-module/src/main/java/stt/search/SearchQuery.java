package stt.search;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What somebody searches for: transcripts that have all of these terms.
 *
 * @param terms at least one
 */
public record SearchQuery(List<Term> terms) {

    /** More words than this tell nothing more apart. */
    private static final int MOST_TERMS = 32;

    /**
     * A term.
     *
     * @param text as {@link SearchTerms} writes it
     * @param begins whether terms that begin with it will do
     */
    public record Term(String text, boolean begins) {}

    public SearchQuery {
        terms = List.copyOf(terms);
    }

    /** The words of {@code text}; a {@code *} after a word stands for whatever it may go on with. No terms: no words. */
    public static SearchQuery of(String text) {
        List<Term> terms = new ArrayList<>();
        int from = 0;
        for (int star = text.indexOf('*'); star >= 0; star = text.indexOf('*', from)) {
            add(
                    terms,
                    Words.of(text.substring(from, star)),
                    star > from && Character.isLetterOrDigit(text.codePointBefore(star)));
            from = star + 1;
        }
        add(terms, Words.of(text.substring(from)), false);
        return new SearchQuery(terms.stream().distinct().limit(MOST_TERMS).toList());
    }

    /** In the language of InnoDB's boolean full-text search, for {@code account}'s transcripts alone. */
    public String inBooleanMode(UUID account) {
        return terms.stream()
                .map(term -> " +" + term.text() + (term.begins() ? "*" : ""))
                .collect(Collectors.joining("", "+" + SearchTerms.account(account), ""));
    }

    /** What {@link SearchTerms#text()} must be {@code LIKE}, each of them, with {@code !} as the escape character. */
    public List<String> likePatterns() {
        return terms.stream()
                .map(term -> "% " + term.text().replace("_", "!_") + (term.begins() ? "%" : " %"))
                .toList();
    }

    private static void add(List<Term> terms, List<Words.Run> runs, boolean lastBegins) {
        for (int i = 0; i < runs.size(); i++) {
            Words.Run run = runs.get(i);
            boolean begins = lastBegins && i == runs.size() - 1;
            if (run.spaced()) {
                terms.add(new Term(SearchTerms.term(run.characters()), begins));
            } else {
                addPairs(terms, run);
            }
        }
    }

    /** One character alone is the beginning of some pair. */
    private static void addPairs(List<Term> terms, Words.Run run) {
        int[] characters = run.characters();
        if (characters.length == 1) {
            terms.add(new Term(SearchTerms.term(characters), true));
        }
        for (int i = 0; i + 1 < characters.length; i++) {
            terms.add(new Term(SearchTerms.term(characters[i], characters[i + 1]), false));
        }
    }
}
