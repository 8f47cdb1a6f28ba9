package stt.engine.vad;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * Joins regions of speech to pieces of at most 28 s and decides where to cut between them: at the longest pause of a
 * piece's last part. Not thread-safe.
 */
final class PieceCutter {

    private static final long SECOND = 16_000;

    /** Samples of a piece at most, margins included: Whisper's window is 30 s, of which 2 s stay empty. */
    private static final long LONGEST_PIECE = 28 * SECOND;

    /** How much more is looked at before a cut, and what is left for the next piece if possible. */
    static final long LOOKAHEAD = 8 * SECOND;

    /** Silence that ends a piece: what comes after it owes little to what was before, and silence costs as much as speech. */
    static final long SILENCE = 5 * SECOND;

    /** Pauses longer than this are as good as each other. */
    private static final long LONG_PAUSE = SECOND;

    /** Silence that a piece keeps before its first and after its last word, where there is as much. */
    private final long margin;

    /** Speech and pauses of a piece at most, without margins. */
    private final long longest;

    private final BiConsumer<List<SpeechRegion>, SpeechRegion> pieces;
    private final List<SpeechRegion> pending = new ArrayList<>();

    /** End of the last region handed out; nothing keeps the first piece from its whole margin. */
    private long previousEnd;

    /**
     * @param margin samples of silence that a piece keeps at both ends, where there are as many
     * @param pieces told the regions of every piece and its span, margins included, in order
     */
    PieceCutter(long margin, BiConsumer<List<SpeechRegion>, SpeechRegion> pieces) {
        this.margin = margin;
        this.longest = LONGEST_PIECE - 2 * margin;
        this.pieces = pieces;
        this.previousEnd = -2 * margin;
    }

    /** Samples that a region may have at most. */
    long longest() {
        return longest;
    }

    /** First sample that a later piece may still need, given that undecided speech starts at {@code undecided}. */
    long neededFrom(long undecided) {
        long first = pending.isEmpty() ? undecided : pending.get(0).start();
        return Math.max(previousEnd, first - margin);
    }

    /** The next region; at most {@link #longest} samples long. */
    void accept(SpeechRegion region) {
        advance(region.start());
        pending.add(region);
        cutWhileLongerThan(longest + LOOKAHEAD, region.end() + margin);
    }

    /** No later region starts before {@code undecided}: a long silence ends a piece. */
    void advance(long undecided) {
        if (!pending.isEmpty() && undecided - pending.get(pending.size() - 1).end() > SILENCE) {
            finish(undecided);
        }
    }

    /** No more regions before {@code end}. */
    void finish(long end) {
        cutWhileLongerThan(longest, end);
        if (!pending.isEmpty()) {
            emit(pending.size(), end);
        }
    }

    private void cutWhileLongerThan(long span, long end) {
        while (!pending.isEmpty() && spanOf(pending.size()) > span) {
            emit(cut(), end);
        }
    }

    private long spanOf(int count) {
        return pending.get(count - 1).end() - pending.get(0).start();
    }

    private int cut() {
        int last = pending.size() - 1;
        while (spanOf(last) > longest) {
            last--;
        }
        int best = last;
        for (int count = last - 1; count >= 1 && spanOf(count) >= preferred(); count--) {
            if (worth(count) > worth(best)) {
                best = count;
            }
        }
        return best;
    }

    /** Pieces are not cut shorter than this if there is a pause later. */
    private long preferred() {
        return longest * 6 / 10;
    }

    private long worth(int count) {
        long pause = Math.min(
                LONG_PAUSE, pending.get(count).start() - pending.get(count - 1).end());
        long rest = pending.get(pending.size() - 1).end() - pending.get(count).start();
        return rest < LOOKAHEAD ? pause - LONG_PAUSE : pause;
    }

    private void emit(int count, long end) {
        List<SpeechRegion> regions = List.copyOf(pending.subList(0, count));
        pending.subList(0, count).clear();
        SpeechRegion first = regions.get(0);
        SpeechRegion last = regions.get(count - 1);
        long before = Math.min(margin, (first.start() - previousEnd + 1) / 2);
        long following = pending.isEmpty() ? end : pending.get(0).start();
        long after = pending.isEmpty() ? end - last.end() : (following - last.end()) / 2;
        SpeechRegion span = new SpeechRegion(
                Math.max(0, first.start() - before), last.end() + Math.max(0, Math.min(margin, after)));
        previousEnd = last.end();
        pieces.accept(regions, span);
    }
}
