package stt.engine.whisper;

import ai.onnxruntime.OrtException;
import java.util.List;
import stt.engine.onnx.CancellableRun;

/**
 * Decodes texts side by side that know nothing of each other: each step gives every row one token, until every row has
 * ended. Reuses its buffer; not thread-safe.
 */
final class RowSearch {

    /** Told of a row's attention after each step that it took part in. */
    interface Listener {
        void stepped(int row);
    }

    private final TextDecoder decoder;
    private final int end;
    private final float[] scores;

    RowSearch(TextDecoder decoder, WhisperFacts facts) {
        this.decoder = decoder;
        this.end = facts.tokens().endOfText();
        this.scores = new float[facts.vocabulary()];
    }

    /** Decodes a text for each prompt; all prompts have the same length. */
    void run(List<DecodingRow> rows, int[][] prompts, Listener listener, CancellableRun run) throws OrtException {
        decoder.restart();
        step(rows, prompts, listener, run);
        follow(rows, listener, run);
    }

    /** Decodes several texts after one prompt. */
    void run(List<DecodingRow> rows, int[] prompt, CancellableRun run) throws OrtException {
        decoder.restart();
        run.check();
        decoder.step(new int[][] {prompt}, 1, run.options());
        for (int i = 0; i < rows.size(); i++) {
            if (i > 0) {
                decoder.copy(0, i, 0);
            }
            decoder.scores(0, scores);
            rows.get(i).accept(scores, end);
        }
        follow(rows, row -> {}, run);
    }

    private void follow(List<DecodingRow> rows, Listener listener, CancellableRun run) throws OrtException {
        while (running(rows) > 0) {
            List<DecodingRow> running = rows.subList(0, running(rows));
            step(running, running.stream().map(DecodingRow::next).toArray(int[][]::new), listener, run);
        }
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
    private void step(List<DecodingRow> rows, int[][] next, Listener listener, CancellableRun run) throws OrtException {
        run.check();
        decoder.step(next, rows.size(), run.options());
        for (int i = 0; i < rows.size(); i++) {
            DecodingRow row = rows.get(i);
            if (!row.done()) {
                listener.stepped(i);
                decoder.scores(i, scores);
                row.accept(scores, end);
            }
        }
    }
}
