package stt.web.subtitles;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class SubtitlesTest {

    private static final List<Cue> CUES = List.of(
            new Cue(Duration.ZERO, Duration.ofMillis(3_200), List.of("Hello,", "welcome & <hello>.")),
            new Cue(
                    Duration.ofHours(101).plusMillis(59_999),
                    Duration.ofHours(101).plusMillis(60_001),
                    List.of("\u6f22\u5b57 \ud83c\udf89")));

    @Test
    void subRipIsReadBackByAStrictReader() {
        assertThat(StrictSubRip.parse(Subtitles.subRip(CUES))).isEqualTo(CUES);
    }

    @Test
    void webVttIsReadBackByAStrictReader() {
        assertThat(StrictWebVtt.parse(Subtitles.webVtt(CUES))).isEqualTo(CUES);
    }

    @Test
    void nothingSaidIsStillValid() {
        assertThat(StrictSubRip.parse(Subtitles.subRip(List.of()))).isEmpty();
        assertThat(StrictWebVtt.parse(Subtitles.webVtt(List.of()))).isEmpty();
    }

    @Test
    void anArrowInTheTextIsNotTakenForTimes() {
        List<Cue> arrow = List.of(new Cue(Duration.ZERO, Duration.ofSeconds(1), List.of("a --> b")));

        assertThat(StrictSubRip.parse(Subtitles.subRip(arrow)).get(0).lines()).containsExactly("a \u2192 b");
        assertThat(StrictWebVtt.parse(Subtitles.webVtt(arrow))).isEqualTo(arrow);
    }

    @Test
    void subRipLooksAsItsReadersExpect() {
        assertThat(Subtitles.subRip(CUES.subList(0, 1)))
                .isEqualTo(
                        """
                        1
                        00:00:00,000 --> 00:00:03,200
                        Hello,
                        welcome & <hello>.

                        """);
    }
}
