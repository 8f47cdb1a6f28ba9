package stt.engine.whisper;

import ai.onnxruntime.OrtException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import stt.engine.onnx.CancellableRun;
import stt.inference.api.Beam;

/**
 * Beam search as CTranslate2 does it for faster-whisper: of the continuations of all texts the best twice as many as there
 * are texts are looked at; of the first half, those that end are done, and the next best take their places. It ends when
 * {@code size * patience} texts are done. Once, with one window. Not thread-safe.
 */
final class BeamSearch {

    /** Every so many steps the best text is looked at for loops. */
    private static final int LOOP_CHECK = 8;

    private final TextDecoder decoder;
    private final TokenRules rules;
    private final Beam beam;
    private final float[] scores;
    private final Draft[] rows;
    private final BeamCandidates candidates;
    private final List<Draft> done = new ArrayList<>();
    private int active = 1;
    private int filled = 1;

    /** @param scores room for the scores of the vocabulary */
    BeamSearch(TextDecoder decoder, TokenRules rules, Beam beam, float[] scores) {
        this.decoder = decoder;
        this.rules = rules;
        this.beam = beam;
        this.scores = scores;
        this.rows = new Draft[beam.size()];
        this.candidates = new BeamCandidates(2 * beam.size());
        Arrays.setAll(rows, row -> new Draft());
    }

    /** The best text of at most {@code longest} tokens after {@code prompt}. */
    Draft best(int[] prompt, int longest, CancellableRun run) throws OrtException {
        decoder.restart();
        long wanted = Math.max(1, Math.round(beam.size() * beam.patience()));
        int[][] next = {prompt};
        for (int length = 1; next.length > 0; length++) {
            run.check();
            decoder.step(next, active, run.options());
            consider();
            extend(choose(), prompt.length);
            boolean ended = active == 0 || done.size() >= wanted || length == longest || loops(length);
            next = ended ? new int[0][] : last();
        }
        if (done.size() < wanted) {
            done.addAll(Arrays.asList(rows).subList(0, active));
        }
        return done.stream()
                .max(Comparator.comparingDouble(text -> text.score(beam.lengthPenalty())))
                .orElseThrow();
    }

    private void consider() {
        candidates.clear();
        for (int row = 0; row < active; row++) {
            decoder.scores(row, scores);
            rules.apply(scores, rows[row]);
            candidates.offer(row, rows[row].sum(), scores, rules.limit());
        }
    }

    /** Sets those aside that end, and gives the candidates that go on. */
    private List<Integer> choose() {
        List<Integer> chosen = new ArrayList<>(rows.length);
        int others = rows.length;
        for (int i = 0; i < Math.min(rows.length, candidates.count()); i++) {
            int candidate = i;
            if (ends(i)) {
                Draft text = rows[candidates.row(i)].copy();
                text.end(candidates.logProbability(i));
                done.add(text);
                while (others < candidates.count() && ends(others)) {
                    others++;
                }
                candidate = others++;
            }
            if (candidate < candidates.count()) {
                chosen.add(candidate);
            }
        }
        return chosen;
    }

    private boolean ends(int candidate) {
        return candidates.token(candidate) == rules.end();
    }

    /**
     * Gives every chosen candidate a row: that of its text to the first, rows of texts that do not go on to the others. So
     * nothing is overwritten that is still needed, and little is copied.
     */
    private void extend(List<Integer> chosen, int prompt) {
        int[] target = new int[chosen.size()];
        boolean[] taken = new boolean[chosen.size()];
        for (int i = 0; i < target.length; i++) {
            int row = candidates.row(chosen.get(i));
            target[i] = row < taken.length && !taken[row] ? row : -1;
            if (target[i] >= 0) {
                taken[row] = true;
            }
        }
        int free = 0;
        for (int i = 0; i < target.length; i++) {
            if (target[i] < 0) {
                while (taken[free]) {
                    free++;
                }
                taken[free] = true;
                target[i] = free;
                copy(candidates.row(chosen.get(i)), free, prompt);
            }
        }
        for (int i = 0; i < target.length; i++) {
            int candidate = chosen.get(i);
            rows[target[i]].append(candidates.token(candidate), candidates.logProbability(candidate));
        }
        active = target.length;
        filled = Math.max(filled, active);
    }

    private void copy(int from, int to, int prompt) {
        decoder.copy(from, to, to < filled ? prompt + rows[to].shared(rows[from]) : 0);
        rows[to].become(rows[from]);
    }

    private boolean loops(int length) {
        Comparator<Draft> bySum = Comparator.comparingDouble(Draft::sum);
        return length % LOOP_CHECK == 0
                && Arrays.stream(rows, 0, active).max(bySum).orElseThrow().loops();
    }

    private int[][] last() {
        int[][] last = new int[active][];
        Arrays.setAll(last, row -> new int[] {rows[row].token(rows[row].count() - 1)});
        return last;
    }
}
