package stt.web.usage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import stt.usage.DayOfUsage;
import stt.usage.Usage;

class UsageJsonTest {

    private static final LocalDate DAY = LocalDate.parse("2026-11-25");

    @Test
    void daysAndKindsAreAddedUp() {
        UsageJson usage = UsageJson.of(List.of(
                new DayOfUsage(
                        DAY, Map.of("TEXT", new Usage(1, 0, 70, 1), "TRANSCRIPTION", new Usage(1, 90_000, 0, 2))),
                new DayOfUsage(DAY.plusDays(1), Map.of()),
                new DayOfUsage(DAY.plusDays(2), Map.of("TEXT", new Usage(2, 0, 30, 3)))));

        assertThat(usage.from()).isEqualTo("2026-11-25");
        assertThat(usage.to()).isEqualTo("2026-11-27");
        assertThat(usage.results()).extracting(DayUsageJson::requests).containsExactly(2L, 0L, 2L);
        assertThat(usage.total().cents()).isEqualTo(6);
        assertThat(usage.byKind()).extracting(KindUsageJson::kind).containsExactly("text", "transcription");
        assertThat(usage.byKind()).extracting(KindUsageJson::characters).containsExactly(100L, 0L);
        assertThat(usage.total().minutes()).isEqualByComparingTo("1.5");
    }
}
