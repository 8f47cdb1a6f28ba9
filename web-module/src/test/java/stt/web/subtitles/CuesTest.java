package stt.web.subtitles;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import stt.inference.api.Segment;
import stt.inference.api.Word;

class CuesTest {

    private static final String LONG =
            "When in the course of human events, it becomes necessary for one people to dissolve"
                    + " the political bands which have connected them with another, and to assume among the powers of the earth, the"
                    + " separate and equal station to which the Laws of Nature and of Nature's God entitle them, a decent respect to"
                    + " the opinions of mankind requires that they should declare the causes which impel them to the separation.";

    @Test
    void aShortSegmentIsOneCueWithItsOwnTimes() {
        assertThat(Cues.of(List.of(Speech.spoken("Hello there.", 1_000, 500))))
                .containsExactly(new Cue(Duration.ofSeconds(1), Duration.ofSeconds(2), List.of("Hello there.")));
    }

    @Test
    void silenceHasNoCues() {
        assertThat(Cues.of(List.of())).isEmpty();
    }

    @Test
    void twoLinesAreAboutAlikeInWidth() {
        List<Cue> cues =
                Cues.of(List.of(Speech.spoken("And so, my fellow Americans, ask not what it can do.", 0, 200)));

        assertThat(cues.get(0).lines()).containsExactly("And so, my fellow Americans,", "ask not what it can do.");
    }

    @Test
    void aCueEndsWithAClauseRatherThanWithinOne() {
        List<Cue> cues = Cues.of(List.of(Speech.spoken(LONG, 0, 250)));

        assertThat(cues.get(0).lines().get(cues.get(0).lines().size() - 1)).endsWith(",");
    }

    @Test
    void aLongPausePartsCues() {
        Word before = new Word("Yes.", Duration.ZERO, Duration.ofMillis(500), 1);
        Word after = new Word("No.", Duration.ofMillis(3_000), Duration.ofMillis(3_500), 1);
        Segment segment = new Segment(Duration.ZERO, Duration.ofMillis(3_500), "Yes. No.", 1, List.of(before, after));

        assertThat(Cues.of(List.of(segment)))
                .extracting(Cue::end)
                .containsExactly(Duration.ofMillis(500), Duration.ofMillis(3_500));
    }

    @Test
    void aWordThatLastsTooLongDisappearsInTime() {
        List<Cue> cues = Cues.of(List.of(Speech.spoken("Aaaah!", 0, 20_000)));

        assertThat(cues).extracting(Cue::end).containsExactly(Cue.LONGEST);
    }

    @Test
    void languagesWithoutSpacesGetNone() {
        Segment segment = Speech.spoken(
                "\u6211\u4eec\u5fc5\u987b\u5411\u524d\u8d70\u3002",
                List.of("\u6211\u4eec", "\u5fc5\u987b", "\u5411\u524d", "\u8d70\u3002"),
                0,
                300);

        assertThat(Cues.of(List.of(segment)).get(0).lines())
                .containsExactly("\u6211\u4eec\u5fc5\u987b\u5411\u524d\u8d70\u3002");
    }

    @Test
    void wordsThatAreNotWhatTheTextSaysAreNotUsed() {
        Segment segment = Speech.spoken("What the text says.", List.of("Something", "else."), 0, 500);

        assertThat(Cues.of(List.of(segment)).get(0).lines()).containsExactly("What the text says.");
    }

    @Test
    void segmentsThatTouchGiveCuesThatDoNotOverlap() {
        List<Cue> cues = Cues.of(List.of(
                Speech.untimed("One.", 0, 1_000),
                Speech.untimed("Two.", 900, 900),
                Speech.untimed("Three.", 900, 2_000)));

        assertThat(cues).hasSize(3);
        assertReadable(cues);
    }

    static Stream<List<Segment>> speeches() {
        return Stream.of(
                List.of(Speech.spoken(LONG, 0, 300)),
                List.of(Speech.spoken(LONG, 0, 40)),
                List.of(Speech.spoken(LONG, 0, 3_000)),
                List.of(Speech.untimed(LONG, 0, 28_000)),
                List.of(Speech.untimed("\u6f22\u5b57".repeat(200), 500, 28_000)),
                List.of(Speech.untimed("\u0e01\u0e34\u0e19".repeat(60), 0, 20_000)),
                List.of(Speech.untimed("x".repeat(500), 0, 10_000)),
                List.of(Speech.untimed("a " + "\ud83d\udc69\u200d\ud83d\udc67".repeat(40) + " b", 0, 10_000)),
                List.of(Speech.spoken(LONG, 0, 0), Speech.spoken(LONG, 0, 100)));
    }

    @ParameterizedTest
    @MethodSource("speeches")
    void cuesAreReadableWhateverIsSaid(List<Segment> segments) {
        assertReadable(Cues.of(segments));
    }

    @ParameterizedTest
    @MethodSource("speeches")
    void nothingIsLostAndNothingAdded(List<Segment> segments) {
        String said = segments.stream().map(Segment::text).collect(Collectors.joining());
        String shown =
                Cues.of(segments).stream().flatMap(cue -> cue.lines().stream()).collect(Collectors.joining());

        assertThat(shown.replace(" ", "")).isEqualTo(said.replace(" ", ""));
    }

    private static void assertReadable(List<Cue> cues) {
        Duration last = Duration.ZERO;
        for (Cue cue : cues) {
            assertThat(cue.start()).isGreaterThanOrEqualTo(last);
            assertThat(cue.end()).isGreaterThan(cue.start());
            assertThat(cue.end().minus(cue.start())).isLessThanOrEqualTo(Cue.LONGEST);
            assertThat(cue.lines()).hasSizeBetween(1, Cue.MOST_LINES).allSatisfy(line -> {
                assertThat(line).isNotBlank().isEqualTo(line.strip());
                assertThat(Columns.of(line)).isLessThanOrEqualTo(Cue.LINE_COLUMNS);
            });
            last = cue.end();
        }
    }
}
