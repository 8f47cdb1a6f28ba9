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

    /** With weights that others share, for at most {@code mostRows} pieces at a time. */
    GreedyDecoder(OnnxGraph encoderGraph, OnnxGraph decoderGraph, WhisperFacts facts, int mostRows) {
        this.facts = facts;
        this.encoder = new AudioEncoder(encoderGraph, facts);
        this.cross = new CrossAttention(facts, decoderGraph.inputType("ck0"), mostRows);
        this.decoder = new TextDecoder(decoderGraph, facts, cross, mostRows);
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
            decoder.begin(rows.size());
            int prompt = prompt(rows, language, run);
            while (running(rows) > 0) {
                List<DecodingRow> running = rows.subList(0, running(rows));
                step(running, running.stream().map(DecodingRow::next).toArray(int[][]::new), run);
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

    /** A step with the start alone tells language and silence; the whole prompt then gives the first token. */
    private int prompt(List<DecodingRow> rows, LanguageChoice language, CancellableRun run) throws OrtException {
        int[][] start = new int[rows.size()][];
        Arrays.fill(start, new int[] {facts.tokens().startOfTranscript()});
        run.check();
        decoder.step(start, rows.size(), run.options());
        float[][] languages = new float[rows.size()][];
        for (int i = 0; i < rows.size(); i++) {
            decoder.scores(i, scores);
            rows.get(i).noSpeech(Softmax.probability(scores, facts.tokens().noSpeech()));
            languages[i] = language.listens() ? languages() : new float[0];
        }
        language.decide(rows, languages);
        int[][] prompts = rows.stream().map(this::prompt).toArray(int[][]::new);
        decoder.restart();
        step(rows, prompts, run);
        return prompts[0].length;
    }

    private float[] languages() {
        int first = facts.tokens().firstLanguage();
        return Softmax.of(scores, first, first + facts.languages().size());
    }

    private int[] prompt(DecodingRow row) {
        SpecialTokens tokens = facts.tokens();
        int start = tokens.startOfTranscript();
        return facts.multilingual()
                ? new int[] {start, tokens.firstLanguage() + row.language(), tokens.transcribe(), tokens.noTimestamps()}
                : new int[] {start, tokens.noTimestamps()};
    }

    /** Rows up to the last that still decodes: those after it have ended, and cost nothing more. */
    private static int running(List<DecodingRow> rows) {
        int running = rows.size();
        while (running > 0 && rows.get(running - 1).done()) {
            running--;
        }
        return running;
    }

    /** Takes the next tokens of every row, and chooses what follows. */
    private void step(List<DecodingRow> rows, int[][] next, CancellableRun run) throws OrtException {
        run.check();
        decoder.step(next, rows.size(), run.options());
        for (int i = 0; i < rows.size(); i++) {
            DecodingRow row = rows.get(i);
            if (!row.done()) {
                decoder.attention(i, row.trace());
                decoder.scores(i, scores);
                choice.choose(scores, row.count() == 0);
                row.accept(choice, facts.tokens().endOfText());
            }
        }
    }
}
