package stt.engine.whisper;

import ai.onnxruntime.OrtException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import stt.engine.onnx.CancellableRun;
import stt.engine.text.Sentences;
import stt.engine.text.SpokenWord;
import stt.engine.vad.Piece;
import stt.engine.vad.SpeechPieces;
import stt.inference.api.AudioSource;
import stt.inference.api.Sampling;
import stt.inference.api.Segment;
import stt.inference.api.Strategy;
import stt.inference.api.Task;
import stt.inference.api.Transcript;
import stt.inference.api.TranscriptionOptions;
import stt.inference.api.UnsupportedTask;

/** One run over one recording: audio in, segments out. Used once, from one thread. */
final class Transcription {

    private final WhisperModel model;
    private final WindowDecoder decoder;
    private final TranscriptionOptions options;
    private final Manner manner;
    private final Doubts doubts;
    private final LanguageChoice language;
    private final WordTimes wordTimes;
    private final Sentences sentences;
    private final List<Segment> segments = new ArrayList<>();
    private final Consumer<Duration> progress;
    private int lastLanguage = -1;
    private double lastEnd;

    Transcription(
            WhisperModel model, WindowDecoder decoder, TranscriptionOptions options, Consumer<Duration> progress) {
        if (options.task() == Task.TRANSLATE && !model.facts().multilingual()) {
            throw new UnsupportedTask(options.task(), model.id());
        }
        this.model = model;
        this.decoder = decoder;
        this.options = options;
        this.language = new LanguageChoice(model.facts(), options.language(), model.id());
        Sampling sampling = options.decoding().sampling();
        this.manner = new Manner(
                language,
                new Prompt(model.facts(), model.tokenizer(), options),
                new TokenRules(model.facts(), options.strategy() == Strategy.SEQUENTIAL),
                options.decoding().beam(),
                sampling,
                sampling.temperatures().get(0));
        this.doubts = new Doubts(options.decoding().thresholds(), model.tokenizer());
        this.wordTimes = new WordTimes(model.tokenizer(), model.facts(), options.task());
        this.sentences = new Sentences(options.wordTimes(), options.segments(), segments::add);
        this.progress = progress;
    }

    /** Reads {@code audio} to its end. */
    Transcript run(AudioSource audio, CancellableRun run) throws OrtException {
        try (SpeechPieces pieces = new SpeechPieces(audio, model.voiceActivity(), options.vad())) {
            switch (options.strategy()) {
                case PIECES -> decodePieces(pieces, run);
                case SEQUENTIAL -> decodeSequentially(new JoinedSpeech(pieces), run);
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

    private void decodePieces(SpeechPieces pieces, CancellableRun run) throws OrtException {
        PieceDecoding decoding =
                new PieceDecoding(decoder, manner, doubts, options.decoding().repair());
        List<Piece> batch = next(pieces, run);
        while (!batch.isEmpty()) {
            for (DecodedText text : decoding.decode(batch, run)) {
                keep(text, word -> word);
                manner.prompt().told(text.tokens(), text.temperature());
            }
            progress.accept(time(batch.get(batch.size() - 1).end()));
            batch = next(pieces, run);
        }
    }

    private void decodeSequentially(JoinedSpeech speech, CancellableRun run) throws OrtException {
        int firstTimestamp = model.facts().tokens().timestampBegin();
        new SeekLoop(decoder, manner, doubts, firstTimestamp)
                .run(speech, text -> keep(text, speech::original), done -> progress.accept(time(done)), run);
    }

    /** The pieces to decode side by side; one where each is told what was said before. */
    private List<Piece> next(SpeechPieces pieces, CancellableRun run) throws OrtException {
        List<Piece> batch = new ArrayList<>();
        int most = options.context().previousText() ? 1 : model.rows();
        while (batch.size() < most) {
            run.check();
            Optional<Piece> piece = pieces.next(run.options());
            if (piece.isEmpty()) {
                break;
            }
            batch.add(piece.get());
        }
        return batch;
    }

    private void keep(DecodedText text, UnaryOperator<SpokenWord> original) {
        if (text.language() != lastLanguage) {
            sentences.finish();
            lastLanguage = text.language();
        }
        language.spoken(text.language(), text.piece().speechLength());
        for (SpokenWord word : wordTimes.of(text, lastEnd)) {
            sentences.accept(original.apply(word));
            lastEnd = word.end();
        }
    }
}
