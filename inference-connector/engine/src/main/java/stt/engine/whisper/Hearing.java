package stt.engine.whisper;

import ai.onnxruntime.OrtException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import stt.engine.audio.LogMelSpectrogram;
import stt.engine.onnx.CancellableRun;
import stt.engine.vad.Piece;

/** Encodes pieces and finds out in which language each is, and whether somebody speaks. Not thread-safe. */
final class Hearing {

    /** The start of the transcript, language, task, and that there are no timestamps. */
    static final int SHORTEST_PROMPT = 4;

    private final WhisperFacts facts;
    private final AudioEncoder encoder;
    private final CrossAttention cross;
    private final TextDecoder decoder;
    private final float[] scores;

    /** The samples of the only piece whose encoding is held; none when it is not the only one. */
    private float @Nullable [] heard;

    Hearing(WhisperFacts facts, AudioEncoder encoder, CrossAttention cross, TextDecoder decoder) {
        this.facts = facts;
        this.encoder = encoder;
        this.cross = cross;
        this.decoder = decoder;
        this.scores = new float[facts.vocabulary()];
    }

    /** Encodes; a step with the start alone then tells language and silence. A piece that was just heard stays encoded. */
    List<Window> hear(List<Piece> pieces, int width, LanguageChoice language, CancellableRun run) throws OrtException {
        int positions = width / WhisperFacts.FRAMES_PER_POSITION;
        if (pieces.size() > 1 || pieces.get(0).samples() != heard || cross.positions() != positions) {
            heard = null;
            cross.resize(pieces.size(), positions);
            for (int i = 0; i < pieces.size(); i++) {
                run.check();
                encoder.encode(pieces.get(i).samples(), cross, i, run.options());
            }
            heard = pieces.size() == 1 ? pieces.get(0).samples() : null;
        }
        List<Window> windows = pieces.stream().map(Window::new).toList();
        listen(windows, language, run);
        return windows;
    }

    private void listen(List<Window> windows, LanguageChoice language, CancellableRun run) throws OrtException {
        decoder.begin(layout(windows.size(), SHORTEST_PROMPT, 0));
        int[][] start = new int[windows.size()][];
        Arrays.fill(start, new int[] {facts.tokens().startOfTranscript()});
        run.check();
        decoder.step(start, start.length, run.options());
        float[][] languages = new float[start.length][];
        for (int i = 0; i < start.length; i++) {
            decoder.scores(i, scores);
            windows.get(i).noSpeech(Softmax.probability(scores, facts.tokens().noSpeech()));
            languages[i] = language.listens() ? languages() : new float[0];
        }
        language.decide(windows, languages);
    }

    private float[] languages() {
        int first = facts.tokens().firstLanguage();
        return Softmax.of(scores, first, first + facts.languages().size());
    }

    /** Room for a text for each of so many windows; buffers are made for one, or for as many as there may be. */
    DecoderLayout layout(int windows, int prompt, int traced) {
        int rows = windows == 1 ? 1 : cross.mostRows();
        return DecoderLayout.sideBySide(rows, prompt + TextDecoder.LONGEST_TEXT, traced);
    }

    /** How many positions of the window are audio of the piece, not the zeros after it. */
    int positionsOfAudio(Piece piece) {
        int frames = LogMelSpectrogram.frames(piece.samples().length);
        return Math.min(cross.positions(), Math.max(1, frames / WhisperFacts.FRAMES_PER_POSITION));
    }
}
