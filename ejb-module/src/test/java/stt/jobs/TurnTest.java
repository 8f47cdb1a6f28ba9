package stt.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import stt.accounts.Tier;

class TurnTest {

    private record Waiting(String account, Turn turn, int number) {}

    private final List<Waiting> waiting = new ArrayList<>();
    private final List<Waiting> running = new ArrayList<>();
    private int number;

    @Test
    void accountsTakeTurnsHoweverManyJobsOneHas() {
        add("many", Tier.FREE, 5, 1);
        add("few", Tier.FREE, 2, 1);

        assertThat(order()).containsExactly("many", "few", "many", "few", "many", "many", "many");
    }

    @Test
    void whoComesLateWaitsForOneJobOfEachOther() {
        add("many", Tier.FREE, 100, 1);
        done(50);
        add("late", Tier.FREE, 1, 1);

        assertThat(order().subList(0, 2)).contains("late");
    }

    @Test
    void whoWasAwayHasSavedNothingUp() {
        add("early", Tier.FREE, 100, 1);
        done(50);
        add("late", Tier.FREE, 20, 1);

        assertThat(order().subList(0, 20).stream().filter("late"::equals).count())
                .isBetween(9L, 11L);
    }

    @Test
    void turnsAreMeasuredInMinutesOfAudio() {
        add("long", Tier.FREE, 2, 60);
        add("short", Tier.FREE, 60, 1);

        assertThat(order().subList(2, 61)).doesNotContain("long");
    }

    @Test
    void paidJobsGoFirst() {
        add("free", Tier.FREE, 3, 1);
        add("paid", Tier.PAID, 2, 100);
        add("administrator", Tier.ADMINISTRATOR, 1, 1);

        assertThat(order()).containsExactly("paid", "administrator", "paid", "free", "free", "free");
    }

    @Test
    void anUnknownLengthCountsAsAMinute() {
        assertThat(Turn.next(1, Optional.empty(), new Turn.Before(OptionalInt.empty(), OptionalInt.empty())))
                .isEqualTo(new Turn(1, 0, 1));
        assertThat(Turn.next(
                        0, Optional.of(Duration.ofSeconds(61)), new Turn.Before(OptionalInt.of(7), OptionalInt.of(9))))
                .isEqualTo(new Turn(0, 9, 2));
    }

    private void add(String account, Tier tier, int jobs, int minutes) {
        for (int i = 0; i < jobs; i++) {
            int band = Turn.band(tier);
            waiting.add(new Waiting(
                    account,
                    Turn.next(band, Optional.of(Duration.ofMinutes(minutes)), before(band, account)),
                    number++));
        }
    }

    /** As the database says it. */
    private Turn.Before before(int band, String account) {
        OptionalInt front = starts(running, band).max();
        return new Turn.Before(
                front.isPresent() ? front : starts(waiting, band).min(),
                IntStream.concat(ends(running, account), ends(waiting, account)).max());
    }

    private static IntStream starts(List<Waiting> jobs, int band) {
        return jobs.stream()
                .map(Waiting::turn)
                .filter(turn -> turn.band() == band)
                .mapToInt(Turn::start);
    }

    private static IntStream ends(List<Waiting> jobs, String account) {
        return jobs.stream()
                .filter(job -> job.account().equals(account))
                .mapToInt(job -> job.turn().start() + job.turn().cost());
    }

    private void done(int jobs) {
        sort();
        waiting.subList(0, jobs - 1).clear();
        running.add(waiting.remove(0));
    }

    private List<String> order() {
        sort();
        return waiting.stream().map(Waiting::account).toList();
    }

    private void sort() {
        waiting.sort(Comparator.comparing((Waiting job) -> job.turn().priority())
                .reversed()
                .thenComparing(Waiting::number));
    }
}
