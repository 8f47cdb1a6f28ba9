package stt.engine.whisper;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RepetitionTest {

    private static int[] loop(int before, int period, int count) {
        return IntStream.concat(
                        IntStream.range(1000, 1000 + before),
                        IntStream.range(0, count).map(i -> i % period))
                .toArray();
    }

    @Test
    void seesLoopsOfAnyPeriod() {
        assertThat(Repetition.loops(loop(10, 1, 24), 34)).isTrue();
        assertThat(Repetition.loops(loop(10, 7, 28), 38)).isTrue();
        assertThat(Repetition.loops(loop(10, 25, 100), 110)).isTrue();
    }

    @Test
    void letsPeopleRepeatThemselves() {
        assertThat(Repetition.loops(loop(10, 1, 23), 33)).isFalse();
        assertThat(Repetition.loops(loop(10, 12, 36), 46)).isFalse();
        assertThat(Repetition.loops(loop(200, 1, 0), 200)).isFalse();
    }

    @Test
    void keepsOneRoundOfALoop() {
        assertThat(Repetition.withoutLoop(loop(10, 1, 30))).isEqualTo(11);
        assertThat(Repetition.withoutLoop(loop(10, 5, 40))).isEqualTo(15);
        assertThat(Repetition.withoutLoop(loop(200, 5, 0))).isEqualTo(200);
    }

    @Test
    void anEchoIsARunThatStandsThereTwiceAtTheEnd() {
        int[] twice = {9, 8, 1, 2, 3, 4, 1, 2, 3, 4};

        assertThat(Repetition.echo(twice, 4)).isEqualTo(4);
        assertThat(Repetition.echo(twice, 6)).isEqualTo(4);
        assertThat(Repetition.echo(twice, 3)).isZero();
        assertThat(Repetition.echo(new int[] {1, 2, 1, 2}, 2)).isZero();
        assertThat(Repetition.echo(new int[] {1, 2, 3, 4, 5, 6}, 3)).isZero();
        assertThat(Repetition.echo(new int[0], 0)).isZero();
    }

    @Test
    void repetitiveTextIsCompressible() {
        assertThat(Repetition.compression("I am here. ".repeat(10))).isGreaterThan(2.4);
        assertThat(Repetition.compression(
                        "And so my fellow Americans, ask not what your country can do for you, ask what you can do"
                                + " for your country."))
                .isBetween(1.0, 2.0);
        assertThat(Repetition.compression("")).isZero();
    }
}
