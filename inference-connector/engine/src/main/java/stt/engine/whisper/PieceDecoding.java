package stt.engine.whisper;

import static java.util.Objects.requireNonNull;

import ai.onnxruntime.OrtException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import stt.engine.onnx.CancellableRun;
import stt.engine.vad.Piece;

/**
 * Decodes pieces, and those again that went wrong: a text that runs in a loop or that the model does not believe is decoded
 * with the full window, then in two halves, and so is one that leaves out speech. What is still not believed is decoded at
 * other temperatures. Not thread-safe.
 */
final class PieceDecoding {

    /** The windows of a batch are as long as its longest; shorter pieces than this share of it get their own batch. */
    private static final double ALIKE = 0.75;

    /** No token takes so many samples of speech (2.5 s): where one seems to, something was left out. */
    private static final long LEFT_OUT = 40_000;

    /** Positions (40 ms) in which nobody says several tokens. */
    private static final int NO_TIME = 2;

    /** How many times a piece may be halved. */
    private static final int HALVINGS = 2;

    private final WindowDecoder decoder;
    private final Manner manner;
    private final Doubts doubts;
    private final Fallback fallback;
    private final boolean repair;

    PieceDecoding(WindowDecoder decoder, Manner manner, Doubts doubts, boolean repair) {
        this.decoder = decoder;
        this.manner = manner;
        this.doubts = doubts;
        this.fallback =
                new Fallback(doubts, manner.sampling().temperatures(), text -> doubtful(text) && !doubts.silent(text));
        this.repair = repair;
    }

    /** The texts of {@code pieces} in the order of the audio; none for pieces without speech. */
    List<DecodedText> decode(List<Piece> pieces, CancellableRun run) throws OrtException {
        IdentityHashMap<Piece, DecodedText> texts = new IdentityHashMap<>();
        List<Piece> waiting = new ArrayList<>(pieces);
        waiting.sort(
                Comparator.comparingInt((Piece piece) -> piece.samples().length).reversed());
        while (!waiting.isEmpty()) {
            int longest = window(waiting.get(0));
            List<Piece> alike = waiting.stream()
                    .filter(piece -> window(piece) >= ALIKE * longest)
                    .toList();
            decoder.decode(alike, longest, manner, run).forEach(text -> texts.put(text.piece(), text));
            waiting.removeAll(alike);
        }
        List<DecodedText> settled = new ArrayList<>();
        for (Piece piece : pieces) {
            settled.addAll(settle(requireNonNull(texts.get(piece)), run));
        }
        return settled;
    }

    private List<DecodedText> settle(DecodedText text, CancellableRun run) throws OrtException {
        List<DecodedText> repaired = repair ? repair(text, HALVINGS, run) : List.of(text);
        List<DecodedText> settled = new ArrayList<>();
        for (DecodedText part : repaired) {
            DecodedText last = fallback.settle(part, temperature -> again(part, temperature, run));
            if (!doubts.silent(last)) {
                settled.add(withoutEcho(withoutLoop(last)));
            }
        }
        return settled;
    }

    private DecodedText again(DecodedText text, double temperature, CancellableRun run) throws OrtException {
        List<Piece> piece = List.of(text.piece());
        return decoder.decode(piece, WhisperFacts.FULL_WINDOW, manner.at(temperature), run)
                .get(0);
    }

    private static int window(Piece piece) {
        return AudioEncoder.window(piece.samples().length);
    }

    /** The text itself, or what replaces it: at most so many halvings later. */
    private List<DecodedText> repair(DecodedText text, int halvings, CancellableRun run) throws OrtException {
        DecodedText best = text;
        if (doubtful(text) && !doubts.silent(text) && window(text.piece()) < WhisperFacts.FULL_WINDOW) {
            best = better(text, again(text, text.temperature(), run));
        }
        if (halvings > 0 && !doubts.silent(best) && (doubtful(best) || leavesOut(best))) {
            List<DecodedText> halves = halves(best, halvings, run);
            if (better(halves, best)) {
                return halves;
            }
        }
        return doubts.silent(best) ? List.of() : List.of(best);
    }

    private boolean doubtful(DecodedText text) {
        return !text.complete() || doubts.repeatsOrUnlikely(text);
    }

    private static boolean leavesOut(DecodedText text) {
        return text.speech(text.widest()) > LEFT_OUT;
    }

    private DecodedText better(DecodedText text, DecodedText again) {
        if (doubtful(text) != doubtful(again)) {
            return doubtful(text) ? again : text;
        }
        return again.averageLogProbability() > text.averageLogProbability() ? again : text;
    }

    /** Cut at the longest pause: near the speech that was left out, or else anywhere. */
    private List<DecodedText> halves(DecodedText text, int halvings, CancellableRun run) throws OrtException {
        int widest = text.widest();
        Piece piece = text.piece();
        List<Piece> halves = leavesOut(text)
                ? piece.split(text.sample(widest), text.sample(widest + 1))
                : piece.split(piece.start(), piece.end());
        List<DecodedText> texts = new ArrayList<>();
        for (Piece half : halves) {
            DecodedText again =
                    decoder.decode(List.of(half), window(half), manner, run).get(0);
            texts.addAll(repair(again, halvings - 1, run));
        }
        return texts;
    }

    /** Whether the halves say more, or what they say is no longer in doubt. */
    private boolean better(List<DecodedText> halves, DecodedText whole) {
        int tokens = halves.stream().mapToInt(half -> half.tokens().length).sum();
        boolean sound = halves.stream().noneMatch(this::doubtful);
        return sound && tokens > 0 && (doubtful(whole) || tokens > whole.tokens().length);
    }

    private static DecodedText withoutLoop(DecodedText text) {
        return text.complete() ? text : text.first(Repetition.withoutLoop(text.tokens()));
    }

    /** Without a last sentence that the model wrote once more when the audio was over: nobody had time to say it. */
    private static DecodedText withoutEcho(DecodedText text) {
        int count = text.tokens().length;
        int spoken = count;
        while (spoken > 0 && text.starts()[count] - text.starts()[spoken - 1] <= NO_TIME) {
            spoken--;
        }
        return text.first(count - Repetition.echo(text.tokens(), count - spoken));
    }
}
