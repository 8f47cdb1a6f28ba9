package stt.engine.whisper;

import java.util.Arrays;
import java.util.stream.IntStream;
import stt.engine.text.Tokenizer;
import stt.inference.api.Context;
import stt.inference.api.Strategy;
import stt.inference.api.Task;
import stt.inference.api.TranscriptionOptions;

/**
 * What the decoder is given before it writes: what it is told, then the start of the transcript, language and task. As in
 * openai/whisper what it is told has half of the text context at most; hotwords come first, as in faster-whisper. One run's;
 * not thread-safe.
 */
final class Prompt {

    /** A text drawn at a higher temperature is not told on (openai/whisper's prompt_reset_on_temperature). */
    private static final double TRUSTED_TEMPERATURE = 0.5;

    private final WhisperFacts facts;
    private final boolean translates;
    private final boolean remembers;
    private final boolean timed;
    private final int most;
    private final int[] hotwords;

    /** What is told of the text before: the end of the prompt or of what was decoded. */
    private int[] before;

    Prompt(WhisperFacts facts, Tokenizer tokenizer, TranscriptionOptions options) {
        Context context = options.context();
        this.facts = facts;
        this.translates = options.task() == Task.TRANSLATE;
        this.remembers = context.previousText();
        this.timed = options.strategy() == Strategy.SEQUENTIAL;
        this.most = facts.textPositions() / 2 - 1;
        int[] words =
                context.hotwords().map(text -> tokenizer.encode(" " + text)).orElse(new int[0]);
        this.hotwords = Arrays.copyOf(words, Math.min(words.length, most));
        this.before = context.prompt().map(text -> tokenizer.encode(" " + text)).orElse(new int[0]);
    }

    /** Whether anything is told before the start of the transcript. */
    boolean tells() {
        return hotwords.length + before.length > 0;
    }

    /** All of it, for text in the language of that index. */
    int[] tokens(int language) {
        int[] start = timed ? start(language) : startWithoutTimes(language);
        if (!tells()) {
            return start;
        }
        int tail = Math.min(before.length, most - hotwords.length);
        return concat(
                new int[] {facts.tokens().startOfPrevious()},
                hotwords,
                Arrays.copyOfRange(before, before.length - tail, before.length),
                start);
    }

    /** What a text without timestamps begins with, without what is told before. */
    int[] startWithoutTimes(int language) {
        return concat(start(language), new int[] {facts.tokens().noTimestamps()});
    }

    private int[] start(int language) {
        SpecialTokens tokens = facts.tokens();
        int task = translates ? tokens.translate() : tokens.transcribe();
        return facts.multilingual()
                ? new int[] {tokens.startOfTranscript(), tokens.firstLanguage() + language, task}
                : new int[] {tokens.startOfTranscript()};
    }

    /** Tokens that a text after a prompt of so many may have. */
    int longestText(int prompt) {
        return Math.min(TextDecoder.LONGEST_TEXT, facts.textPositions() - prompt + 1);
    }

    /** Takes what was decoded, timestamps included, and at which temperature. */
    void told(int[] text, double temperature) {
        if (remembers && temperature <= TRUSTED_TEMPERATURE) {
            int[] all = concat(before, text);
            before = Arrays.copyOfRange(all, Math.max(0, all.length - most), all.length);
        } else if (remembers || timed) {
            before = new int[0];
        }
    }

    private static int[] concat(int[]... parts) {
        return Arrays.stream(parts).flatMapToInt(IntStream::of).toArray();
    }
}
