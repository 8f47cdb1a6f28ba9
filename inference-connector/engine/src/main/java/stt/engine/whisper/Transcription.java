package stt.engine.whisper;

import ai.onnxruntime.OrtException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import stt.engine.onnx.CancellableRun;
import stt.engine.text.Sentences;
import stt.engine.text.SpokenWord;
import stt.engine.vad.Piece;
import stt.engine.vad.SpeechPieces;
import stt.inference.api.AudioSource;
import stt.inference.api.Segment;
import stt.inference.api.Transcript;
import stt.inference.api.TranscriptionOptions;

/** One run over one recording: pieces in, segments out. Used once, from one thread. */
final class Transcription {

    /** Windows of a batch are as long as the longest; a piece shorter than this share of it waits for its own batch. */
    private static final double ALIKE = 0.75;

    private final WhisperModel model;
    private final GreedyDecoder decoder;
    private final LanguageChoice language;
    private final WordTimes wordTimes;
    private final Sentences sentences;
    private final List<Segment> segments = new ArrayList<>();
    private final Consumer<Duration> progress;
    private int lastLanguage = -1;
    private double lastEnd;

    Transcription(
            WhisperModel model, GreedyDecoder decoder, TranscriptionOptions options, Consumer<Duration> progress) {
        this.model = model;
        this.decoder = decoder;
        this.language = new LanguageChoice(model.facts(), options.language(), model.id());
        this.wordTimes = new WordTimes(model.tokenizer(), model.facts());
        this.sentences = new Sentences(options.wordTimes(), segments::add);
        this.progress = progress;
    }

    /** Reads {@code audio} to its end. */
    Transcript run(AudioSource audio, CancellableRun run) throws OrtException {
        try (SpeechPieces pieces = new SpeechPieces(audio, model.voiceActivity())) {
            List<Piece> batch = next(pieces, run);
            while (!batch.isEmpty()) {
                transcribe(batch, run);
                progress.accept(time(batch.get(batch.size() - 1).end()));
                batch = next(pieces, run);
            }
            sentences.finish();
            Duration length = time(pieces.position());
            progress.accept(length);
            return new Transcript(model.id(), language.code(), length, segments);
        }
    }

    private static Duration time(long samples) {
        return Duration.ofMillis(samples * 1000 / AudioSource.SAMPLE_RATE_HZ);
    }

    private List<Piece> next(SpeechPieces pieces, CancellableRun run) throws OrtException {
        List<Piece> batch = new ArrayList<>();
        while (batch.size() < model.rows()) {
            run.check();
            Optional<Piece> piece = pieces.next(run.options());
            if (piece.isEmpty()) {
                break;
            }
            batch.add(piece.get());
        }
        return batch;
    }

    private void transcribe(List<Piece> batch, CancellableRun run) throws OrtException {
        DecodedText[] texts = new DecodedText[batch.size()];
        List<Piece> waiting = new ArrayList<>(batch);
        waiting.sort(
                Comparator.comparingInt((Piece piece) -> piece.samples().length).reversed());
        while (!waiting.isEmpty()) {
            int longest = window(waiting.get(0));
            List<Piece> alike = waiting.stream()
                    .filter(piece -> window(piece) >= ALIKE * longest)
                    .toList();
            List<DecodedText> decoded = decoder.decode(alike, longest, language, run);
            for (int i = 0; i < alike.size(); i++) {
                texts[batch.indexOf(alike.get(i))] = settled(alike.get(i), decoded.get(i), longest, run);
            }
            waiting.removeAll(alike);
        }
        for (int i = 0; i < texts.length; i++) {
            keep(batch.get(i), texts[i]);
        }
    }

    private static int window(Piece piece) {
        return AudioEncoder.window(piece.samples().length);
    }

    /** The text itself, or a better one from the full window when it looks like a loop. */
    private DecodedText settled(Piece piece, DecodedText text, int window, CancellableRun run) throws OrtException {
        if (window == WhisperFacts.FULL_WINDOW || !suspicious(text) || silent(text)) {
            return text;
        }
        DecodedText again = decoder.decode(List.of(piece), WhisperFacts.FULL_WINDOW, language, run)
                .get(0);
        boolean better = again.averageLogProbability() > text.averageLogProbability();
        return suspicious(again) == suspicious(text) ? better ? again : text : again;
    }

    private boolean suspicious(DecodedText text) {
        return !text.complete()
                || text.averageLogProbability() < -1
                || Repetition.compressible(model.tokenizer().decode(text.tokens()));
    }

    private static boolean silent(DecodedText text) {
        return text.noSpeechProbability() > 0.6 && text.averageLogProbability() < -1;
    }

    private void keep(Piece piece, DecodedText text) {
        if (silent(text)) {
            return;
        }
        if (text.language() != lastLanguage) {
            sentences.finish();
            lastLanguage = text.language();
        }
        language.spoken(text.language(), piece.speechLength());
        for (SpokenWord word : wordTimes.of(text, piece, lastEnd)) {
            sentences.accept(word);
            lastEnd = word.end();
        }
    }
}
