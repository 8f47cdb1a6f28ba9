package stt.engine.text;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import stt.inference.api.Segment;
import stt.inference.api.SegmentLimits;
import stt.inference.api.Word;

/**
 * Collects words and gives segments that read like sentences: they end with a sentence, at a long pause, or, where a
 * sentence is too long, at its longest pause or a comma. Very short sentences join the next one. Not thread-safe.
 */
public final class Sentences {

    /** A pause in seconds that ends a segment whatever the text says. */
    static final double PAUSE = 2;

    /** A sentence shorter than this many seconds joins the next one when that follows within {@link #CLOSE}. */
    static final double SHORTEST = 1;

    private static final double CLOSE = 0.5;

    /** A pause in seconds before a capital letter that ends a sentence even without a full stop. */
    private static final double BREATH = 0.7;

    /** What a comma is worth against a pause, in seconds, when a sentence has to be divided. */
    private static final double CLAUSE = 0.5;

    private final boolean withWords;

    /** Seconds of a segment at most. */
    private final double longest;

    private final int mostCharacters;
    private final Consumer<Segment> segments;
    private final List<SpokenWord> open = new ArrayList<>();
    private int characters;

    /**
     * @param withWords whether segments carry their words
     * @param limits how long they may get
     * @param segments told every segment, in order
     */
    public Sentences(boolean withWords, SegmentLimits limits, Consumer<Segment> segments) {
        this.withWords = withWords;
        this.longest = limits.longest().toMillis() / 1000.0;
        this.mostCharacters = limits.characters();
        this.segments = segments;
    }

    /** The next word, which must not start before the last one ended. */
    public void accept(SpokenWord word) {
        if (!open.isEmpty() && endsBefore(word)) {
            finish();
        }
        open.add(word);
        characters += word.text().length();
        while (open.size() > 1 && (lengthTo(open.size()) > longest || characters > mostCharacters)) {
            emit(cut());
        }
    }

    /** Ends what is open: no more words, or what follows is no part of it. */
    public void finish() {
        if (!open.isEmpty()) {
            emit(open.size());
        }
    }

    private boolean endsBefore(SpokenWord word) {
        SpokenWord last = open.get(open.size() - 1);
        double pause = word.start() - last.end();
        boolean lone = lengthTo(open.size()) < SHORTEST && pause < CLOSE;
        boolean ended = SentenceEnd.between(last.text(), word.text())
                || (pause >= BREATH && SentenceEnd.startsCapital(word.text()));
        return pause >= PAUSE || (ended && !lone);
    }

    private double lengthTo(int count) {
        return open.get(count - 1).end() - open.get(0).start();
    }

    /** How many words to end a segment with: the longest pause, not too early, and only as many as fit. */
    private int cut() {
        int best = open.size() - 1;
        double most = Double.NEGATIVE_INFINITY;
        for (int count = 1; count < open.size(); count++) {
            SpokenWord last = open.get(count - 1);
            double pause = open.get(count).start() - last.end();
            boolean early = lengthTo(count) < lengthTo(open.size()) / 4;
            double worth = pause + (SentenceEnd.isClause(last.text()) ? CLAUSE : 0) - (early ? PAUSE : 0);
            if (worth >= most && lengthTo(count) <= longest) {
                most = worth;
                best = count;
            }
        }
        return best;
    }

    private void emit(int count) {
        List<SpokenWord> words = open.subList(0, count);
        StringBuilder text = new StringBuilder();
        double logProbability = 0;
        int tokens = 0;
        for (SpokenWord word : words) {
            text.append(word.text());
            logProbability += word.logProbability();
            tokens += word.tokens();
        }
        double confidence = Math.min(1, Math.exp(logProbability / Math.max(1, tokens)));
        segments.accept(new Segment(
                time(words.get(0).start()),
                time(words.get(count - 1).end()),
                text.toString().strip(),
                confidence,
                withWords ? words.stream().map(Sentences::word).toList() : List.of()));
        characters -= text.length();
        words.clear();
    }

    private static Word word(SpokenWord word) {
        return new Word(word.text().strip(), time(word.start()), time(word.end()), Math.min(1, word.probability()));
    }

    private static Duration time(double seconds) {
        return Duration.ofMillis(Math.round(seconds * 1000));
    }
}
