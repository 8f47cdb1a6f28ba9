package stt.inference.api;

import java.util.Optional;

/**
 * How to transcribe.
 *
 * @param language ISO 639-1 code of the speech; empty to detect it, also where it changes
 * @param task what becomes of the speech
 * @param wordTimes whether segments carry words with times (costs a few percent)
 * @param context what the model is told before it listens
 * @param strategy how a long recording is decoded
 * @param decoding how audio becomes tokens
 * @param vad how speech is told from silence
 * @param segments how long a segment may get
 */
public record TranscriptionOptions(
        Optional<String> language,
        Task task,
        boolean wordTimes,
        Context context,
        Strategy strategy,
        Decoding decoding,
        Vad vad,
        SegmentLimits segments) {

    /** Detects the language, gives word times, and decodes as {@link #balanced} says. */
    public static final TranscriptionOptions DEFAULT = new TranscriptionOptions(
            Optional.empty(),
            Task.TRANSCRIBE,
            true,
            Context.NONE,
            Strategy.PIECES,
            Decoding.DEFAULT,
            Vad.DEFAULT,
            SegmentLimits.DEFAULT);

    /** Each piece is decoded greedily, once, and what comes out is kept unless it is silence or a loop. */
    public static TranscriptionOptions fast() {
        return DEFAULT.withDecoding(Decoding.DEFAULT.withRepair(false));
    }

    /** The default: greedy, and what went wrong is decoded again in other pieces. */
    public static TranscriptionOptions balanced() {
        return DEFAULT;
    }

    /** Beam search with 5 texts, repair, and random texts where that did not help. */
    public static TranscriptionOptions accurate() {
        return DEFAULT.withDecoding(Decoding.DEFAULT.with(Beam.of(5)).with(Sampling.FALLBACK));
    }

    /** For speech in another language; empty to detect it. */
    public TranscriptionOptions withLanguage(Optional<String> other) {
        return new TranscriptionOptions(other, task, wordTimes, context, strategy, decoding, vad, segments);
    }

    /** With another task. */
    public TranscriptionOptions withTask(Task other) {
        return new TranscriptionOptions(language, other, wordTimes, context, strategy, decoding, vad, segments);
    }

    /** With or without times of words. */
    public TranscriptionOptions withWordTimes(boolean wanted) {
        return new TranscriptionOptions(language, task, wanted, context, strategy, decoding, vad, segments);
    }

    /** With something else told before. */
    public TranscriptionOptions withContext(Context other) {
        return new TranscriptionOptions(language, task, wordTimes, other, strategy, decoding, vad, segments);
    }

    /** With another strategy. */
    public TranscriptionOptions withStrategy(Strategy other) {
        return new TranscriptionOptions(language, task, wordTimes, context, other, decoding, vad, segments);
    }

    /** Decoded otherwise. */
    public TranscriptionOptions withDecoding(Decoding other) {
        return new TranscriptionOptions(language, task, wordTimes, context, strategy, other, vad, segments);
    }

    /** With another way to find speech. */
    public TranscriptionOptions withVad(Vad other) {
        return new TranscriptionOptions(language, task, wordTimes, context, strategy, decoding, other, segments);
    }

    /** With segments of another length. */
    public TranscriptionOptions withSegments(SegmentLimits other) {
        return new TranscriptionOptions(language, task, wordTimes, context, strategy, decoding, vad, other);
    }
}
