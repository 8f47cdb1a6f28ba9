package stt.engine.text;

/**
 * The tokens of a word.
 *
 * @param text with the space before it, where there is one, and its punctuation
 * @param from index of its first token
 * @param to index after its last
 * @param spokenFrom index of the first token that is more than punctuation: where its time starts
 * @param spokenTo index after the last such token: where its time ends
 */
public record WordSpan(String text, int from, int to, int spokenFrom, int spokenTo) {

    WordSpan afterSpace() {
        return new WordSpan(" " + text, from, to, spokenFrom, spokenTo);
    }

    WordSpan join(WordSpan next) {
        boolean silent = spokenFrom == spokenTo;
        boolean nextSilent = next.spokenFrom == next.spokenTo;
        return new WordSpan(
                text + next.text,
                from,
                next.to,
                silent ? next.spokenFrom : spokenFrom,
                nextSilent && !silent ? spokenTo : next.spokenTo);
    }
}
