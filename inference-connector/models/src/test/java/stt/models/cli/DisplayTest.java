package stt.models.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class DisplayTest {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    private Instant now = Instant.EPOCH;

    @Test
    void aBarGrowsOnOneLineAndStaysWhenTheNextStepBegins() {
        ProgressBar bar = new ProgressBar(out);
        bar.update("Downloading base", 0, 200_000_000);
        bar.update("Downloading base", 100_000_000, 200_000_000);
        bar.update("Downloading base", 100_000_001, 200_000_000);
        bar.update("Checking base", 2_000_000, 2_000_000);
        bar.endLine();
        assertThat(shown())
                .isEqualTo("\rDownloading base             [------------------------------]   0 % of 200 MB"
                        + "\rDownloading base             [###############---------------]  50 % of 200 MB\n"
                        + "\rChecking base                [##############################] 100 % of 2.0 MB\n");
    }

    @Test
    void aBarShowsWaitingWithoutPercents() {
        ProgressBar bar = new ProgressBar(out);
        bar.update("Waiting", 0, 0);
        bar.endLine();
        bar.endLine();
        assertThat(shown()).isEqualTo("\rWaiting ...\n");
    }

    @Test
    void aLogHasALineForATenthAndNeverManyAtOnce() {
        ProgressLines lines = new ProgressLines(out, new Clock() {
            @Override
            public ZoneOffset getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now;
            }
        });
        for (int percent = 0; percent <= 100; percent++) {
            lines.update("Downloading base", percent, 100);
            now = now.plus(Duration.ofMillis(percent < 50 ? 20 : 500));
        }
        lines.update("Waiting", 0, 0);
        assertThat(shown())
                .isEqualTo(
                        """
                        Downloading base (1 kB)
                        Downloading base: 50 %
                        Downloading base: 60 %
                        Downloading base: 70 %
                        Downloading base: 80 %
                        Downloading base: 90 %
                        Downloading base: 100 %
                        Waiting
                        """);
    }

    private String shown() {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
