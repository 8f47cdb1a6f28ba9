package stt.engine.whispercpp;

import ai.onnxruntime.OrtException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import stt.engine.onnx.CancellableRun;
import stt.engine.vad.Piece;
import stt.engine.vad.SpeechPieces;
import stt.inference.api.AudioSource;
import stt.inference.api.Segment;
import stt.inference.api.Transcript;
import stt.inference.api.TranscriptionOptions;
import stt.inference.api.Vad;

/** One run over one recording: pieces in, segments out. Used once, from one thread. */
final class Transcription {

    private final WhisperCppModel model;
    private final NativeState state;
    private final DecodingParameters parameters;
    private final SpokenLanguage language;
    private final Prompt prompt;
    private final Vad vad;
    private final Consumer<Duration> progress;
    private final List<Segment> segments = new ArrayList<>();
    private long lastEnd;

    /**
     * @throws stt.inference.api.UnsupportedLanguage when the model does not know the language asked for
     * @throws stt.inference.api.UnsupportedTask when the model cannot translate
     */
    Transcription(WhisperCppModel model, NativeState state, TranscriptionOptions options, Consumer<Duration> progress) {
        this.model = model;
        this.state = state;
        this.parameters = new DecodingParameters(options, model.known(), model.id());
        this.language = new SpokenLanguage(model.known(), options.language(), model.id());
        this.prompt = new Prompt(options.context());
        this.vad = options.vad();
        this.progress = progress;
    }

    /** Reads {@code audio} to its end. */
    Transcript run(AudioSource audio, CancellableRun run) throws OrtException {
        try (SpeechPieces pieces = new SpeechPieces(audio, model.voiceActivity(), vad)) {
            run.check();
            for (Optional<Piece> piece = pieces.next(run.options());
                    piece.isPresent();
                    piece = pieces.next(run.options())) {
                run.check();
                decode(piece.get());
                progress.accept(time(piece.get().end()));
            }
            run.check();
            Duration length = time(pieces.position());
            progress.accept(length);
            return new Transcript(
                    model.id(), language.code(), length, segments, Optional.empty(), parameters.warnings());
        }
    }

    private void decode(Piece piece) {
        float[] samples = HeardPiece.samples(piece);
        String spoken = model.sharingThreads(threads -> language(piece, samples, threads));
        List<NativeSegment> heard =
                model.sharingThreads(threads -> state.decode(parameters.of(spoken, prompt.next(), threads), samples));
        language.spoken(spoken, piece.speechLength());
        for (NativeSegment segment : heard) {
            if (!segment.text().isEmpty()) {
                HeardPiece.place(piece, segment, lastEnd).ifPresent(span -> keep(span, segment.text()));
            }
        }
    }

    private String language(Piece piece, float[] samples, int threads) {
        return language.listens(piece.speechLength())
                ? language.of(
                        state.detect(parameters.of("auto", Optional.empty(), threads), samples), piece.speechLength())
                : language.known();
    }

    private void keep(HeardPiece.Span span, String text) {
        segments.add(new Segment(time(span.start()), time(span.end()), text, 0, List.of()));
        prompt.heard(text);
        lastEnd = span.end();
    }

    private static Duration time(long samples) {
        return Duration.ofMillis(samples * 1000 / AudioSource.SAMPLE_RATE_HZ);
    }
}
