package stt.engine.whisper;

import java.util.ArrayList;
import java.util.List;
import stt.engine.text.SpokenWord;
import stt.engine.text.TextUnit;
import stt.engine.text.Tokenizer;
import stt.engine.text.WordSpan;
import stt.engine.text.Words;
import stt.engine.vad.Piece;
import stt.engine.vad.SpeechRegion;
import stt.inference.api.AudioSource;
import stt.inference.api.Task;

/**
 * The words of a decoded piece with their times in the whole audio. What the alignment gets wrong is corrected as in
 * openai/whisper's {@code add_word_timestamps}: words that swallow a pause are shortened to twice the median length; and
 * from what voice activity knows. Immutable.
 */
final class WordTimes {

    /** The longest median that the reference believes, in seconds. */
    private static final double LONGEST_MEDIAN = 0.7;

    private static final String SENTENCE_MARKS = ".。!！?？";

    private final Tokenizer tokenizer;
    private final WhisperFacts facts;
    private final Task task;

    WordTimes(Tokenizer tokenizer, WhisperFacts facts, Task task) {
        this.tokenizer = tokenizer;
        this.facts = facts;
        this.task = task;
    }

    /** The words of {@code text}, in order; no word starts before {@code earliest} seconds or before another ended. */
    List<SpokenWord> of(DecodedText text, double earliest) {
        Piece piece = text.piece();
        List<TextUnit> units = tokenizer.units(text.tokens());
        List<SpokenWord> words = new ArrayList<>();
        for (WordSpan span : Words.of(units, written(text))) {
            words.add(word(span, text));
        }
        shorten(words);
        clip(words, piece.speech());
        return inOrder(words, Math.max(earliest, seconds(piece.start())), seconds(piece.end()));
    }

    /** The language of the text, which is not always that of the speech. */
    private String written(DecodedText text) {
        return task == Task.TRANSLATE ? "en" : facts.languages().get(text.language());
    }

    private static SpokenWord word(WordSpan span, DecodedText text) {
        double probability = 0;
        double logProbability = 0;
        for (int i = span.from(); i < span.to(); i++) {
            probability += Math.exp(text.logProbabilities()[i]);
            logProbability += text.logProbabilities()[i];
        }
        int tokens = span.to() - span.from();
        return new SpokenWord(
                span.text(),
                seconds(text.sample(span.spokenFrom())),
                seconds(text.sample(span.spokenTo())),
                probability / tokens,
                logProbability,
                tokens);
    }

    private static double seconds(long samples) {
        return (double) samples / AudioSource.SAMPLE_RATE_HZ;
    }

    private static void shorten(List<SpokenWord> words) {
        double median = median(words);
        double longest = 2 * median;
        for (int i = 0; i < words.size() && median > 0; i++) {
            SpokenWord word = words.get(i);
            boolean begins = i == 0 || endsSentence(words.get(i - 1));
            if (word.length() > longest && begins) {
                words.set(i, word.at(word.end() - longest, word.end()));
            }
        }
    }

    private static double median(List<SpokenWord> words) {
        double[] lengths = words.stream()
                .mapToDouble(SpokenWord::length)
                .filter(length -> length > 0)
                .sorted()
                .toArray();
        int middle = lengths.length / 2;
        if (lengths.length == 0) {
            return 0;
        }
        double median = lengths.length % 2 == 1 ? lengths[middle] : (lengths[middle - 1] + lengths[middle]) / 2;
        return Math.min(LONGEST_MEDIAN, median);
    }

    private static boolean endsSentence(SpokenWord word) {
        return SENTENCE_MARKS.indexOf(word.text().charAt(word.text().length() - 1)) >= 0;
    }

    /** A word that begins in a pause begins with the speech after it; one that ends in a pause ends with the speech before. */
    private static void clip(List<SpokenWord> words, List<SpeechRegion> speech) {
        for (int gap = 0; gap <= speech.size(); gap++) {
            double from = gap == 0 ? 0 : seconds(speech.get(gap - 1).end());
            double to = gap == speech.size()
                    ? Double.MAX_VALUE
                    : seconds(speech.get(gap).start());
            for (int i = 0; i < words.size(); i++) {
                SpokenWord word = words.get(i);
                if (word.start() > from && word.start() < to && word.end() > to) {
                    words.set(i, word.at(to, word.end()));
                } else if (word.end() > from && word.end() < to && word.start() < from) {
                    words.set(i, word.at(word.start(), from));
                }
            }
        }
    }

    private static List<SpokenWord> inOrder(List<SpokenWord> words, double earliest, double latest) {
        double last = earliest;
        for (int i = 0; i < words.size(); i++) {
            SpokenWord word = words.get(i);
            double start = Math.min(latest, Math.max(last, word.start()));
            double end = Math.min(latest, Math.max(start, word.end()));
            words.set(i, word.at(start, end));
            last = end;
        }
        return words;
    }
}
