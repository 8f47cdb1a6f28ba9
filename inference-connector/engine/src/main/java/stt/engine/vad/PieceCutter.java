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

    /** Silence that a piece keeps before its first and after its last word, where there is as much (faster-whisper's padding). */
    static final long MARGIN = SECOND * 2 / 5;

    /** Speech and pauses of a piece, without margins: Whisper's window is 30 s, of which 2 s stay empty. */
    static final long LONGEST = 28 * SECOND - 2 * MARGIN;

    /** How much more is looked at before a cut, and what is left for the next piece if possible. */
    static final long LOOKAHEAD = 8 * SECOND;

    /** Silence that ends a piece: what comes after it owes little to what was before, and silence costs as much as speech. */
    static final long SILENCE = 5 * SECOND;

    /** Pieces are not cut shorter than this if there is a pause later. */
    private static final long PREFERRED = LONGEST * 6 / 10;

    /** Pauses longer than this are as good as each other. */
    private static final long LONG_PAUSE = SECOND;

    private final BiConsumer<List<SpeechRegion>, SpeechRegion> pieces;
    private final List<SpeechRegion> pending = new ArrayList<>();

    /** End of the last region handed out; nothing keeps the first piece from its whole margin. */
    private long previousEnd = -2 * MARGIN;

    /** @param pieces told the regions of every piece and its span, margins included, in order */
    PieceCutter(BiConsumer<List<SpeechRegion>, SpeechRegion> pieces) {
        this.pieces = pieces;
    }

    /** First sample that a later piece may still need, given that undecided speech starts at {@code undecided}. */
    long neededFrom(long undecided) {
        long first = pending.isEmpty() ? undecided : pending.get(0).start();
        return Math.max(previousEnd, first - MARGIN);
    }

    /** The next region; at most {@link #LONGEST} samples long. */
    void accept(SpeechRegion region) {
        advance(region.start());
        pending.add(region);
        cutWhileLongerThan(LONGEST + LOOKAHEAD, region.end() + MARGIN);
    }

    /** No later region starts before {@code undecided}: a long silence ends a piece. */
    void advance(long undecided) {
        if (!pending.isEmpty() && undecided - pending.get(pending.size() - 1).end() > SILENCE) {
            finish(undecided);
        }
    }

    /** No more regions before {@code end}. */
    void finish(long end) {
        cutWhileLongerThan(LONGEST, end);
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
        while (spanOf(last) > LONGEST) {
            last--;
        }
        int best = last;
        for (int count = last - 1; count >= 1 && spanOf(count) >= PREFERRED; count--) {
            if (worth(count) > worth(best)) {
                best = count;
            }
        }
        return best;
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
        long before = Math.min(MARGIN, (first.start() - previousEnd + 1) / 2);
        long following = pending.isEmpty() ? end : pending.get(0).start();
        long after = pending.isEmpty() ? end - last.end() : (following - last.end()) / 2;
        SpeechRegion span = new SpeechRegion(
                Math.max(0, first.start() - before), last.end() + Math.max(0, Math.min(MARGIN, after)));
        previousEnd = last.end();
        pieces.accept(regions, span);
    }
}
