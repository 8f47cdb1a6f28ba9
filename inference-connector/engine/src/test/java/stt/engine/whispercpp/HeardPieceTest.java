package stt.engine.whispercpp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import stt.engine.vad.Piece;
import stt.engine.vad.SpeechRegion;

class HeardPieceTest {

    private static final int SECOND = 16_000;

    /** From second 10 on, with speech from 10.5 to 12 and from 14 to so many seconds. */
    private static Piece piece(double length, double speechEnd) {
        float[] samples = new float[(int) (length * SECOND)];
        Arrays.fill(samples, 1);
        return new Piece(
                10 * SECOND,
                samples,
                List.of(new SpeechRegion(10 * SECOND + SECOND / 2, 12 * SECOND), new SpeechRegion(14 * SECOND, (long)
                        (speechEnd * SECOND))));
    }

    private static NativeSegment segment(double start, double end) {
        return new NativeSegment((long) (start * 100), (long) (end * 100), "text");
    }

    private static HeardPiece.Span place(Piece piece, NativeSegment segment, long earliest) {
        return HeardPiece.place(piece, segment, earliest).orElseThrow();
    }

    private static double[] seconds(HeardPiece.Span span) {
        return new double[] {(double) span.start() / SECOND, (double) span.end() / SECOND};
    }

    @Test
    void halfASecondOfSilenceFollowsTheSpeech() {
        float[] samples = HeardPiece.samples(piece(5.4, 15));

        assertThat(samples).hasSize(5 * SECOND + SECOND / 2);
        assertThat(samples[(int) (5.3 * SECOND)]).isEqualTo(1);
        assertThat(samples[(int) (5.45 * SECOND)]).isZero();
    }

    @Test
    void moreThanThatIsLeftOut() {
        assertThat(HeardPiece.samples(piece(9, 15))).hasSize(5 * SECOND + SECOND / 2);
    }

    @Test
    void aWordIsLongEnoughToBeHeard() {
        Piece word = new Piece(0, new float[1000], List.of(new SpeechRegion(100, 900)));

        assertThat(HeardPiece.samples(word)).hasSizeGreaterThan(SECOND * 11 / 10);
    }

    @Test
    void segmentsAreWhereTheSpeechIs() {
        assertThat(seconds(place(piece(5.4, 15), segment(0, 2.5), 0))).containsExactly(10.5, 12);
        assertThat(seconds(place(piece(5.4, 15), segment(2.5, 5.2), 0))).containsExactly(14, 15);
        assertThat(seconds(place(piece(5.4, 15), segment(0, 5.2), 0))).containsExactly(10.5, 15);
        assertThat(seconds(place(piece(5.4, 15), segment(1, 1.5), 0))).containsExactly(11, 11.5);
    }

    @Test
    void segmentsNeverGoBackNorBeyondThePiece() {
        assertThat(seconds(place(piece(5.4, 15), segment(4.5, 29.9), 0))).containsExactly(14.5, 15);
        assertThat(seconds(place(piece(5.4, 15), segment(0, 5), 11 * SECOND))).containsExactly(11, 15);
    }

    @Test
    void nothingIsSaidWhereNobodySpeaks() {
        assertThat(HeardPiece.place(piece(5.4, 15), segment(2.2, 3.8), 0)).isEmpty();
        assertThat(HeardPiece.place(piece(5.4, 15), segment(4.95, 5.4), 0)).isEmpty();
        assertThat(HeardPiece.place(piece(5.4, 15), segment(3, 1), 13 * SECOND)).isEmpty();
        assertThat(HeardPiece.place(piece(5.4, 15), segment(0, 5), 16 * SECOND)).isEmpty();
    }
}
