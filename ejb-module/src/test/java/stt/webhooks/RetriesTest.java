package stt.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RetriesTest {

    private static final Instant QUEUED = Instant.parse("2026-11-25T00:00:00Z");

    private final Retries retries = new Retries(Duration.ofSeconds(10), Duration.ofDays(1));

    @Test
    void comeAfterPausesThatDouble() {
        assertThat(retries.after(1, QUEUED, QUEUED)).contains(QUEUED.plusSeconds(10));
        assertThat(retries.after(2, QUEUED, QUEUED)).contains(QUEUED.plusSeconds(20));
        assertThat(retries.after(5, QUEUED, QUEUED)).contains(QUEUED.plusSeconds(160));
        assertThat(retries.after(70, QUEUED, QUEUED)).contains(QUEUED.plus(Retries.LONGEST));
    }

    @Test
    void goOnForADay() {
        Instant now = QUEUED;
        int tries = 1;
        for (Optional<Instant> next = retries.after(tries, QUEUED, now);
                next.isPresent();
                next = retries.after(tries, QUEUED, now)) {
            now = next.get();
            tries++;
        }

        assertThat(now).isBetween(QUEUED.plus(Duration.ofHours(22)), QUEUED.plus(Duration.ofDays(1)));
        assertThat(tries).isBetween(15, 25);
    }
}
