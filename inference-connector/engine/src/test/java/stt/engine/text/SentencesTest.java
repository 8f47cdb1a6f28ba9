package stt.engine.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import stt.inference.api.Segment;
import stt.inference.api.SegmentLimits;
import stt.inference.api.Word;

class SentencesTest {

    private final List<Segment> segments = new ArrayList<>();
    private final Sentences sentences = new Sentences(true, SegmentLimits.DEFAULT, segments::add);
    private double now;

    /** Words of 0.4 s; a number in brackets is a pause in seconds. */
    private void say(String text) {
        for (String word : text.split(" ", -1)) {
            if (word.startsWith("[")) {
                now += Double.parseDouble(word.substring(1, word.length() - 1));
            } else {
                sentences.accept(new SpokenWord(" " + word, now, now + 0.4, 0.9, Math.log(0.9), 1));
                now += 0.4;
            }
        }
    }

    private List<String> texts() {
        sentences.finish();
        return segments.stream().map(Segment::text).toList();
    }

    @Test
    void endsSegmentsWithSentences() {
        say("Where were you? I was at home. It rained all day!");
        assertThat(texts()).containsExactly("Where were you?", "I was at home.", "It rained all day!");
    }

    @Test
    void fullStopsInsideSentencesDoNotEndThem() {
        say("Then Mr. Smith of the U.S. Army paid 3.5 dollars to J. Doe, e.g. for No. 5.");
        assertThat(texts())
                .containsExactly("Then Mr. Smith of the U.S. Army paid 3.5 dollars to J. Doe, e.g. for No. 5.");
    }

    @Test
    void aVeryShortSentenceJoinsTheNext() {
        say("Yes. Of course I will.");
        assertThat(texts()).containsExactly("Yes. Of course I will.");
    }

    @Test
    void aShortAnswerAfterAPauseStaysAlone() {
        say("Yes. [0.6] Of course I will.");
        assertThat(texts()).containsExactly("Yes.", "Of course I will.");
    }

    @Test
    void longPausesEndSegmentsWithoutAFullStop() {
        say("so what I wanted [2.5] to say was [0.8] That we go");
        assertThat(texts()).containsExactly("so what I wanted", "to say was", "That we go");
    }

    @Test
    void dividesLongSentencesAtCommas() {
        say("word ".repeat(17) + "comma, " + "word ".repeat(24) + "end");
        assertThat(texts()).hasSize(2);
        assertThat(segments.get(0).text()).endsWith("comma,");
    }

    @Test
    void dividesLongSentencesRatherAtPausesThanAtCommas() {
        say("word ".repeat(17) + "comma, " + "word ".repeat(17) + "pause [0.6] " + "word ".repeat(9) + "end");
        assertThat(texts()).hasSize(2);
        assertThat(segments.get(0).text()).endsWith("pause");
    }

    @Test
    void noSegmentIsLongerThanItMayBe() {
        say("word ".repeat(400) + "end");
        assertThat(texts()).allMatch(text -> text.length() <= 200);
        assertThat(segments)
                .allMatch(segment -> segment.end().minus(segment.start()).toMillis() <= 15_000);
        assertThat(segments.stream().mapToInt(segment -> segment.words().size()).sum())
                .isEqualTo(401);
    }

    @Test
    void segmentsCarryTimesWordsAndTheGeometricMeanOfProbabilities() {
        sentences.accept(new SpokenWord(" Hello", 1.234, 1.5, 0.5, Math.log(0.5), 1));
        sentences.accept(new SpokenWord(" you", 1.5, 2.0, 0.9, 2 * Math.log(0.9), 2));
        sentences.finish();

        Segment segment = segments.get(0);
        assertThat(segment.start()).isEqualTo(Duration.ofMillis(1234));
        assertThat(segment.end()).isEqualTo(Duration.ofSeconds(2));
        assertThat(segment.confidence()).isCloseTo(Math.cbrt(0.5 * 0.9 * 0.9), within(1e-9));
        assertThat(segment.words())
                .containsExactly(
                        new Word("Hello", Duration.ofMillis(1234), Duration.ofMillis(1500), 0.5),
                        new Word("you", Duration.ofMillis(1500), Duration.ofSeconds(2), 0.9));
    }

    @Test
    void chineseSentencesEndWithoutSpaces() {
        for (String character : List.of("你", "好", "世", "界。", "再", "见", "了", "吗？")) {
            sentences.accept(new SpokenWord(character, now, now + 0.4, 0.9, Math.log(0.9), 1));
            now += 0.4;
        }
        assertThat(texts()).containsExactly("你好世界。", "再见了吗？");
    }

    @Test
    void segmentsAreAsShortAsAsked() {
        Sentences subtitles = new Sentences(true, new SegmentLimits(Duration.ofSeconds(3), 30), segments::add);
        for (String word : "the quick brown fox jumps over the lazy dog and runs far away from here".split(" ", -1)) {
            subtitles.accept(new SpokenWord(" " + word, now, now + 0.4, 0.9, Math.log(0.9), 1));
            now += 0.4;
        }
        subtitles.finish();

        assertThat(segments).hasSizeGreaterThan(2).allSatisfy(segment -> {
            assertThat(segment.text().length()).isLessThanOrEqualTo(30);
            assertThat(segment.end().minus(segment.start())).isLessThanOrEqualTo(Duration.ofSeconds(3));
        });
        assertThat(segments.stream().map(Segment::text).collect(Collectors.joining(" ")))
                .isEqualTo("the quick brown fox jumps over the lazy dog and runs far away from here");
    }

    @Test
    void wordsAreLeftOutWhenNotAskedFor() {
        Sentences plain = new Sentences(false, SegmentLimits.DEFAULT, segments::add);
        plain.accept(new SpokenWord(" Hi", 0, 1, 0.9, -0.1, 1));
        plain.finish();
        assertThat(segments.get(0).words()).isEmpty();
    }
}
