package stt.engine.whisper;

import ai.onnxruntime.OrtException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import stt.engine.audio.LogMelSpectrogram;
import stt.engine.onnx.CancellableRun;
import stt.engine.onnx.OnnxGraph;
import stt.engine.vad.Piece;

/**
 * Decodes pieces side by side: each step takes the most likely token of every row, until every row has ended. Reuses its
 * buffers; not thread-safe.
 */
final class GreedyDecoder {

    private final WhisperFacts facts;
    private final AudioEncoder encoder;
    private final TextDecoder decoder;
    private final CrossAttention cross;
    private final TokenChoice choice;
    private final TokenTimes times = new TokenTimes();
    private final List<AttentionTrace> traces = new ArrayList<>();
    private final float[] scores;

    GreedyDecoder(OnnxGraph encoderGraph, OnnxGraph decoderGraph, WhisperFacts facts) {
        this.facts = facts;
        this.encoder = new AudioEncoder(encoderGraph, facts);
        this.decoder = new TextDecoder(decoderGraph, facts);
        this.cross = new CrossAttention(facts);
        this.choice = new TokenChoice(facts);
        this.scores = new float[facts.vocabulary()];
    }

    /** Decoder steps so far; readable from any thread. */
    long steps() {
        return decoder.steps();
    }

    /**
     * Decodes {@code pieces}, the longest first.
     *
     * @param window frames of every window, at least what each piece needs
     * @return a text for each piece, in the same order
     */
    List<DecodedText> decode(List<Piece> pieces, int window, LanguageChoice language, CancellableRun run)
            throws OrtException {
        cross.resize(pieces.size(), window / WhisperFacts.FRAMES_PER_POSITION);
        List<DecodingRow> rows = rows(pieces);
        for (int i = 0; i < rows.size(); i++) {
            run.check();
            encoder.encode(pieces.get(i).samples(), cross, i, run.options());
        }
        try (decoder) {
            decoder.begin(cross, rows.size());
            int prompt = prompt(rows, language, run);
            while (running(rows) > 0) {
                step(rows.subList(0, running(rows)), run);
            }
            return rows.stream()
                    .map(row -> row.text(times.starts(row.trace(), prompt)))
                    .toList();
        }
    }

    private List<DecodingRow> rows(List<Piece> pieces) {
        List<DecodingRow> rows = new ArrayList<>();
        for (int i = 0; i < pieces.size(); i++) {
            if (traces.size() == i) {
                traces.add(new AttentionTrace(facts.alignmentHeads()));
            }
            int frames = LogMelSpectrogram.frames(pieces.get(i).samples().length);
            traces.get(i).begin(Math.min(cross.positions(), Math.max(1, frames / WhisperFacts.FRAMES_PER_POSITION)));
            rows.add(new DecodingRow(pieces.get(i), traces.get(i)));
        }
        return rows;
    }

    /** The first step tells language and silence, the second takes the rest of the prompt and gives the first token. */
    private int prompt(List<DecodingRow> rows, LanguageChoice language, CancellableRun run) throws OrtException {
        int[][] start = new int[rows.size()][];
        Arrays.fill(start, new int[] {facts.tokens().startOfTranscript()});
        run(rows, start, run);
        float[][] languages = new float[rows.size()][];
        for (int i = 0; i < rows.size(); i++) {
            decoder.scores(i, scores);
            rows.get(i).noSpeech(Softmax.probability(scores, facts.tokens().noSpeech()));
            languages[i] = language.listens() ? languages() : new float[0];
        }
        language.decide(rows, languages);
        int[][] rest = rows.stream().map(this::promptAfterStart).toArray(int[][]::new);
        prefill(rows, rest, run);
        choose(rows);
        return 1 + rest[0].length;
    }

    /** GroupQueryAttention takes several tokens after a past of one row only; of more rows, one token each at a time. */
    private void prefill(List<DecodingRow> rows, int[][] tokens, CancellableRun run) throws OrtException {
        if (rows.size() == 1) {
            run(rows, tokens, run);
            return;
        }
        for (int i = 0; i < tokens[0].length; i++) {
            int column = i;
            run(rows, Arrays.stream(tokens).map(row -> new int[] {row[column]}).toArray(int[][]::new), run);
        }
    }

    private float[] languages() {
        int first = facts.tokens().firstLanguage();
        return Softmax.of(scores, first, first + facts.languages().size());
    }

    private int[] promptAfterStart(DecodingRow row) {
        SpecialTokens tokens = facts.tokens();
        return facts.multilingual()
                ? new int[] {tokens.firstLanguage() + row.language(), tokens.transcribe(), tokens.noTimestamps()}
                : new int[] {tokens.noTimestamps()};
    }

    /** Rows up to the last that still decodes: those after it have ended, and cost nothing more. */
    private static int running(List<DecodingRow> rows) {
        int running = rows.size();
        while (running > 0 && rows.get(running - 1).done()) {
            running--;
        }
        return running;
    }

    private void step(List<DecodingRow> rows, CancellableRun run) throws OrtException {
        int[][] next = rows.stream().map(row -> new int[] {row.last()}).toArray(int[][]::new);
        run(rows, next, run);
        choose(rows);
    }

    private void run(List<DecodingRow> rows, int[][] next, CancellableRun run) throws OrtException {
        run.check();
        decoder.step(next, rows.size(), run.options());
        for (int i = 0; i < rows.size(); i++) {
            if (!rows.get(i).done()) {
                decoder.attention(i, rows.get(i).trace());
            }
        }
    }

    private void choose(List<DecodingRow> rows) {
        for (int i = 0; i < rows.size(); i++) {
            DecodingRow row = rows.get(i);
            if (!row.done()) {
                decoder.scores(i, scores);
                choice.choose(scores, row.count() == 0);
                row.accept(choice, facts.tokens().endOfText());
            }
        }
    }
}
