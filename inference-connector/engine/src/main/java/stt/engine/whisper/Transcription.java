package stt.engine.whisper;

import ai.onnxruntime.OrtException;
import java.time.Duration;
import java.util.ArrayList;
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

    private final WhisperModel model;
    private final PieceDecoding decoding;
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
        this.language = new LanguageChoice(model.facts(), options.language(), model.id());
        this.decoding = new PieceDecoding(decoder, language, model.tokenizer());
        this.wordTimes = new WordTimes(model.tokenizer(), model.facts());
        this.sentences = new Sentences(options.wordTimes(), segments::add);
        this.progress = progress;
    }

    /** Reads {@code audio} to its end. */
    Transcript run(AudioSource audio, CancellableRun run) throws OrtException {
        try (SpeechPieces pieces = new SpeechPieces(audio, model.voiceActivity())) {
            List<Piece> batch = next(pieces, run);
            while (!batch.isEmpty()) {
                decoding.decode(batch, run).forEach(this::keep);
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

    private void keep(DecodedText text) {
        if (text.language() != lastLanguage) {
            sentences.finish();
            lastLanguage = text.language();
        }
        language.spoken(text.language(), text.piece().speechLength());
        for (SpokenWord word : wordTimes.of(text, lastEnd)) {
            sentences.accept(word);
            lastEnd = word.end();
        }
    }
}
