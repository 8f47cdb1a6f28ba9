package stt.models.cli;

import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Progress in a log: a line when a step begins, and while it lasts one for a tenth of it, but not many at once. */
final class ProgressLines implements Display {

    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final PrintStream out;
    private final Clock clock;
    private String step = "";
    private int tenths;
    private Instant printed = Instant.MIN;

    ProgressLines(PrintStream out, Clock clock) {
        this.out = out;
        this.clock = clock;
    }

    @Override
    public void update(String step, long done, long total) {
        int now = total == 0 ? 0 : (int) (10.0 * done / total);
        if (!step.equals(this.step)) {
            this.step = step;
            tenths = now;
            print(total == 0 ? step : step + " (" + Bytes.text(total) + ")");
        } else if (now > tenths && !clock.instant().isBefore(printed.plus(PAUSE))) {
            tenths = now;
            print(step + ": " + now * 10 + " %");
        }
    }

    @Override
    public void endLine() {
        step = "";
    }

    private void print(String line) {
        out.println(line);
        printed = clock.instant();
    }
}
