package stt.engine.whisper;

import java.util.Arrays;
import stt.engine.vad.Piece;

/** One window while it is decoded. Not thread-safe. */
final class DecodingRow {

    private final Piece piece;
    private final AttentionTrace trace;
    private final int[] tokens = new int[TextDecoder.LONGEST_TEXT];
    private final double[] logProbabilities = new double[TextDecoder.LONGEST_TEXT];
    private double sum;
    private double noSpeech;
    private int language;
    private int count;
    private boolean done;
    private boolean complete;

    DecodingRow(Piece piece, AttentionTrace trace) {
        this.piece = piece;
        this.trace = trace;
    }

    Piece piece() {
        return piece;
    }

    AttentionTrace trace() {
        return trace;
    }

    boolean done() {
        return done;
    }

    int language() {
        return language;
    }

    void speaks(int languageIndex) {
        language = languageIndex;
    }

    void noSpeech(double probability) {
        noSpeech = probability;
    }

    /** What the next step takes; a row that is done repeats itself, unread. */
    int[] next() {
        return new int[] {tokens[Math.max(0, count - 1)]};
    }

    int count() {
        return count;
    }

    /** Takes what was chosen; {@code end} is the token that ends the text. */
    void accept(TokenChoice choice, int end) {
        sum += choice.logProbability();
        if (choice.token() == end) {
            done = true;
            complete = true;
            return;
        }
        tokens[count] = choice.token();
        logProbabilities[count++] = choice.logProbability();
        done = count == tokens.length || Repetition.loops(tokens, count);
    }

    /** The result, given where tokens start; a text that was not ended by the model lacks the last of these. */
    DecodedText text(int[] starts) {
        int[] all = Arrays.copyOf(starts, count + 1);
        Arrays.fill(all, Math.min(starts.length, count + 1), count + 1, trace.positions());
        return new DecodedText(
                piece,
                Arrays.copyOf(tokens, count),
                Arrays.copyOf(logProbabilities, count),
                sum / (count + 1),
                noSpeech,
                complete,
                language,
                all);
    }
}
