package stt.speakers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import stt.inference.api.Segment;
import stt.inference.api.Turn;
import stt.inference.api.Word;

class SegmentSpeakersTest {

    /** A segment of words of half a second each, the first one at {@code start}. */
    private static Segment segment(double start, String text) {
        List<Word> words = new ArrayList<>();
        double at = start;
        for (String word : text.split(" ", -1)) {
            words.add(new Word(word, time(at), time(at + 0.5), 0.9));
            at += 0.5;
        }
        return new Segment(time(start), time(at), text, 0.8, words);
    }

    private static Turn turn(double start, double end, int speaker) {
        return new Turn(time(start), time(end), speaker);
    }

    private static Duration time(double seconds) {
        return Duration.ofMillis(Math.round(seconds * 1000));
    }

    private static List<String> said(List<Segment> spoken) {
        return spoken.stream().map(part -> part.speaker() + ": " + part.text()).toList();
    }

    @Test
    void givesASegmentTheSpeakerWhoseTurnItIs() {
        List<Segment> spoken = SegmentSpeakers.assign(
                List.of(segment(0, "Are you there?"), segment(2, "Yes I am.")),
                List.of(turn(0, 1.6, 1), turn(2, 4, 2)));
        assertThat(said(spoken)).containsExactly("1: Are you there?", "2: Yes I am.");
    }

    @Test
    void dividesASegmentWhereTheSpeakerChanges() {
        Segment segment = segment(1, "one two three four five six");
        List<Segment> spoken = SegmentSpeakers.assign(List.of(segment), List.of(turn(1, 2.5, 1), turn(2.5, 4, 2)));
        assertThat(said(spoken)).containsExactly("1: one two three", "2: four five six");
        assertThat(spoken.get(0).start()).isEqualTo(segment.start());
        assertThat(spoken.get(0).end()).isEqualTo(time(2.5));
        assertThat(spoken.get(1).start()).isEqualTo(time(2.5));
        assertThat(spoken.get(1).end()).isEqualTo(segment.end());
        assertThat(spoken.get(1).words()).isEqualTo(segment.words().subList(3, 6));
    }

    @Test
    void keepsASentenceTogetherWhenOneWordFallsIntoAnotherTurn() {
        List<Segment> spoken = SegmentSpeakers.assign(
                List.of(segment(0, "this is what one person said")),
                List.of(turn(0, 1, 1), turn(1, 1.5, 2), turn(1.5, 3, 1)));
        assertThat(said(spoken)).containsExactly("1: this is what one person said");
    }

    @Test
    void keepsTheFirstWordOfASentenceWithTheRest() {
        List<Segment> spoken = SegmentSpeakers.assign(
                List.of(segment(0, "That is all."), segment(1.5, "Thank you very much.")),
                List.of(turn(0, 2, 1), turn(2, 3.5, 2)));
        assertThat(said(spoken)).containsExactly("1: That is all.", "2: Thank you very much.");
    }

    @Test
    void letsOneWordBeASentenceOfItsOwn() {
        List<Segment> spoken = SegmentSpeakers.assign(
                List.of(segment(0, "We should go. Yeah. It is late.")),
                List.of(turn(0, 1.5, 1), turn(1.5, 2, 2), turn(2, 3.5, 1)));
        assertThat(said(spoken)).containsExactly("1: We should go.", "2: Yeah.", "1: It is late.");
    }

    @Test
    void dividesTextWithoutSpacesBetweenWordsWithoutAddingAny() {
        List<Word> words = List.of(
                new Word("你好", time(0), time(1), 0.9),
                new Word("吗", time(1), time(1.5), 0.9),
                new Word("我很", time(1.5), time(2.5), 0.9),
                new Word("好", time(2.5), time(3), 0.9));
        Segment segment = new Segment(time(0), time(3), "你好吗我很好", 0.8, words);
        List<Segment> spoken = SegmentSpeakers.assign(List.of(segment), List.of(turn(0, 1.5, 1), turn(1.5, 3, 2)));
        assertThat(said(spoken)).containsExactly("1: 你好吗", "2: 我很好");
    }

    @Test
    void marksSegmentsInWhichOthersSpeakAsWell() {
        List<Segment> spoken = SegmentSpeakers.assign(
                List.of(segment(0, "you can not say that now"), segment(3, "fine")),
                List.of(turn(0, 3, 1), turn(2.25, 3, 2), turn(3, 3.5, 1)));
        assertThat(said(spoken)).containsExactly("1: you can not say that now", "1: fine");
        assertThat(spoken.get(0).overlapped()).isTrue();
        assertThat(spoken.get(1).overlapped()).isFalse();
    }

    @Test
    void givesWordsOutsideOfTurnsTheSpeakerOfTheirSentence() {
        List<Segment> spoken = SegmentSpeakers.assign(
                List.of(segment(0, "they heard only the middle")), List.of(turn(0.9, 1.6, 1), turn(9, 10, 2)));
        assertThat(said(spoken)).containsExactly("1: they heard only the middle");
    }

    @Test
    void givesSegmentsWithoutWordTimesASpeakerAsAWhole() {
        Segment segment = new Segment(time(0), time(4), "no words here", 0.5, List.of());
        List<Segment> spoken = SegmentSpeakers.assign(List.of(segment), List.of(turn(0, 1, 1), turn(1, 4, 2)));
        assertThat(spoken).singleElement().satisfies(part -> {
            assertThat(part.text()).isEqualTo(segment.text());
            assertThat(part.speaker()).isEqualTo(2);
        });
    }

    @Test
    void namesNobodyWhenThereAreNoTurns() {
        assertThat(SegmentSpeakers.assign(List.of(segment(0, "hello")), List.of()))
                .singleElement()
                .satisfies(part -> assertThat(part.speaker()).isZero());
        assertThat(SegmentSpeakers.assign(List.of(), List.of(turn(0, 1, 1)))).isEmpty();
    }
}
