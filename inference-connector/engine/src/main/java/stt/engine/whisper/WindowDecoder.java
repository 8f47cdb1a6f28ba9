package stt.engine.whisper;

import ai.onnxruntime.OrtException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import stt.engine.onnx.CancellableRun;
import stt.engine.onnx.OnnxGraph;
import stt.engine.vad.Piece;

/**
 * Decodes pieces of audio, greedily side by side, or one after the other with several texts for each. Reuses its buffers;
 * not thread-safe.
 */
final class WindowDecoder {

    private final WhisperFacts facts;
    private final TextDecoder decoder;
    private final Hearing hearing;
    private final RowSearch rowSearch;
    private final TextAlignment alignment;
    private final TokenTimes times = new TokenTimes();
    private final List<AttentionTrace> traces = new ArrayList<>();
    private final float[] scores;

    /** With weights that others share, for at most {@code mostWindows} pieces side by side. */
    WindowDecoder(OnnxGraph encoderGraph, OnnxGraph decoderGraph, WhisperFacts facts, int mostWindows) {
        this.facts = facts;
        CrossAttention cross = new CrossAttention(facts, decoderGraph.inputType("ck0"), mostWindows);
        this.decoder = new TextDecoder(decoderGraph, facts, cross);
        this.hearing = new Hearing(facts, new AudioEncoder(encoderGraph, facts), cross, decoder);
        this.rowSearch = new RowSearch(decoder, facts);
        this.alignment = new TextAlignment(facts, decoder, times);
        this.scores = new float[facts.vocabulary()];
    }

    /** Decoder steps so far; readable from any thread. */
    long steps() {
        return decoder.steps();
    }

    /**
     * Decodes {@code pieces}, the longest first.
     *
     * @param width frames of every window, at least what each piece needs
     * @return a text for each piece, in the same order; without timestamps, it is known where its tokens start
     */
    List<DecodedText> decode(List<Piece> pieces, int width, Manner manner, CancellableRun run) throws OrtException {
        try (decoder) {
            List<Window> windows = hearing.hear(pieces, width, manner.language(), run);
            if (manner.greedy()) {
                return sideBySide(windows, manner, run);
            }
            List<DecodedText> texts = new ArrayList<>();
            for (int i = 0; i < windows.size(); i++) {
                texts.add(alone(i, windows.get(i), manner, run));
            }
            return texts;
        }
    }

    /** Finds out where the tokens of a text start; its piece must be the last one that was decoded, and alone. */
    DecodedText align(DecodedText text, Manner manner, CancellableRun run) throws OrtException {
        try (decoder) {
            return aligned(0, text, manner, run);
        }
    }

    private List<DecodedText> sideBySide(List<Window> windows, Manner manner, CancellableRun run) throws OrtException {
        int[][] prompts = windows.stream()
                .map(window -> manner.prompt().tokens(window.language()))
                .toArray(int[][]::new);
        int prompt = prompts[0].length;
        boolean followed = prompt <= Hearing.SHORTEST_PROMPT && !manner.rules().timed();
        decoder.begin(hearing.layout(windows.size(), prompt, followed ? Hearing.SHORTEST_PROMPT : 0));
        TokenChoice likeliest = new LikeliestToken(manner.rules());
        List<DecodingRow> rows = new ArrayList<>();
        for (int i = 0; i < windows.size(); i++) {
            trace(i).begin(hearing.positionsOfAudio(windows.get(i).piece()));
            rows.add(new DecodingRow(likeliest, manner.prompt().longestText(prompt)));
        }
        rowSearch.run(rows, prompts, row -> follow(row, followed), run);
        List<DecodedText> texts = new ArrayList<>();
        for (int i = 0; i < windows.size(); i++) {
            DecodedText text = DecodedText.of(windows.get(i), rows.get(i).draft(), 0);
            texts.add(followed ? followed(i, text, prompt) : alignedUnlessTimed(i, text, manner, run));
        }
        return texts;
    }

    private AttentionTrace trace(int row) {
        if (traces.size() == row) {
            traces.add(new AttentionTrace(facts.alignmentHeads()));
        }
        return traces.get(row);
    }

    private void follow(int row, boolean followed) {
        if (followed) {
            decoder.attention(row, traces.get(row));
        }
    }

    /** A text that was not ended by the model lacks the last of its starts. */
    private DecodedText followed(int row, DecodedText text, int prompt) {
        int[] starts = times.starts(traces.get(row), prompt);
        int[] all = Arrays.copyOf(starts, text.tokens().length + 1);
        Arrays.fill(
                all,
                Math.min(starts.length, all.length),
                all.length,
                traces.get(row).positions());
        return text.spokenAt(all);
    }

    private DecodedText alone(int index, Window window, Manner manner, CancellableRun run) throws OrtException {
        int[] prompt = manner.prompt().tokens(window.language());
        int longest = manner.prompt().longestText(prompt.length);
        boolean beams = manner.temperature() == 0;
        int rows = beams ? manner.beam().size() : manner.sampling().bestOf();
        decoder.begin(new DecoderLayout(rows, index, true, prompt.length + longest, 0));
        Draft draft = beams
                ? new BeamSearch(decoder, manner.rules(), manner.beam(), scores).best(prompt, longest, run)
                : drawn(window, prompt, manner, run);
        DecodedText text = DecodedText.of(window, draft, manner.temperature());
        return alignedUnlessTimed(index, text, manner, run);
    }

    /** The likeliest of several texts that are drawn at random. */
    private Draft drawn(Window window, int[] prompt, Manner manner, CancellableRun run) throws OrtException {
        SplittableRandom random = manner.random(window.piece().start());
        List<DecodingRow> rows = new ArrayList<>();
        for (int i = 0; i < manner.sampling().bestOf(); i++) {
            TokenChoice choice = new RandomToken(manner.rules(), manner.temperature(), random.split());
            rows.add(new DecodingRow(choice, manner.prompt().longestText(prompt.length)));
        }
        rowSearch.run(rows, prompt, run);
        return rows.stream()
                .map(DecodingRow::draft)
                .max(Comparator.comparingDouble(
                        draft -> draft.score(manner.beam().lengthPenalty())))
                .orElseThrow();
    }

    private DecodedText alignedUnlessTimed(int index, DecodedText text, Manner manner, CancellableRun run)
            throws OrtException {
        return manner.rules().timed() ? text : aligned(index, text, manner, run);
    }

    private DecodedText aligned(int index, DecodedText text, Manner manner, CancellableRun run) throws OrtException {
        int[] start = manner.prompt().startWithoutTimes(text.language());
        return text.spokenAt(
                alignment.starts(index, start, text.tokens(), hearing.positionsOfAudio(text.piece()), run));
    }
}
