package stt.engine.whisper;

/** One text while it is decoded beside others. Not thread-safe. */
final class DecodingRow {

    private final TokenChoice choice;
    private final int longest;
    private final Draft draft = new Draft();
    private boolean done;

    /**
     * @param choice says what follows
     * @param longest tokens at most
     */
    DecodingRow(TokenChoice choice, int longest) {
        this.choice = choice;
        this.longest = longest;
    }

    Draft draft() {
        return draft;
    }

    boolean done() {
        return done;
    }

    /** What the next step takes; a row that is done repeats itself, unread. */
    int[] next() {
        return new int[] {draft.count() == 0 ? 0 : draft.token(draft.count() - 1)};
    }

    /** Takes what follows, by the scores of the whole vocabulary; {@code end} is the token that ends the text. */
    void accept(float[] scores, int end) {
        choice.choose(scores, draft);
        if (choice.token() == end) {
            draft.end(choice.logProbability());
            done = true;
        } else {
            draft.append(choice.token(), choice.logProbability());
            done = draft.count() == longest || draft.loops();
        }
    }
}
