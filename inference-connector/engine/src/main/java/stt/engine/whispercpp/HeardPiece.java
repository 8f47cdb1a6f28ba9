package stt.engine.whispercpp;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import stt.engine.vad.Piece;
import stt.engine.vad.SpeechRegion;
import stt.inference.api.AudioSource;

/** How a piece of speech is shown to whisper.cpp, and where in the audio what it heard belongs. */
final class HeardPiece {

    /**
     * What follows the last speech of a piece: half a second. whisper.cpp stops at the first end of a segment within a second of
     * the end of its audio. With less it would leave out a last word, with more it listens to the silence once more, and hears
     * things: with a whole second, "Thank you." and the like after four of six recordings.
     */
    private static final int AFTER_SPEECH = AudioSource.SAMPLE_RATE_HZ / 2;

    /** whisper.cpp does not listen to what is not longer than a second. */
    private static final int SHORTEST = AudioSource.SAMPLE_RATE_HZ * 6 / 5;

    /** Samples of speech without which nothing can have been said: 100 ms. */
    private static final int LEAST_SPEECH = AudioSource.SAMPLE_RATE_HZ / 10;

    private static final int SAMPLES_PER_UNIT = AudioSource.SAMPLE_RATE_HZ / 100;

    private HeardPiece() {}

    /** A stretch of the whole audio, in samples. */
    record Span(long start, long end) {}

    /** The samples of a piece, up to half a second after its last speech, with zeros where it ends before. */
    static float[] samples(Piece piece) {
        List<SpeechRegion> speech = piece.speech();
        long end =
                speech.isEmpty() ? piece.end() : speech.get(speech.size() - 1).end();
        return Arrays.copyOf(piece.samples(), (int) Math.max(SHORTEST, end - piece.start() + AFTER_SPEECH));
    }

    /**
     * Where a segment of a piece is: not before {@code earliest}, not after the piece, and without the pauses at its ends, which
     * whisper.cpp counts in. Empty where nobody speaks.
     */
    static Optional<Span> place(Piece piece, NativeSegment segment, long earliest) {
        long latest = Math.max(earliest, piece.end());
        long start = clamp(piece.start() + segment.start() * SAMPLES_PER_UNIT, earliest, latest);
        long end = clamp(piece.start() + segment.end() * SAMPLES_PER_UNIT, start, latest);
        long first = end;
        long last = start;
        long speech = 0;
        for (SpeechRegion region : piece.speech()) {
            long from = Math.max(start, region.start());
            long to = Math.min(end, region.end());
            if (to > from) {
                first = Math.min(first, from);
                last = to;
                speech += to - from;
            }
        }
        return speech >= LEAST_SPEECH ? Optional.of(new Span(first, last)) : Optional.empty();
    }

    private static long clamp(long value, long least, long most) {
        return Math.max(least, Math.min(most, value));
    }
}
