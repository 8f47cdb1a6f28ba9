package stt.models.cli;

import java.io.PrintStream;

/** Progress on a terminal: one line that is drawn over and over, and stays when its step ends. */
final class ProgressBar implements Display {

    private static final int WIDTH = 30;

    private final PrintStream out;
    private String step = "";
    private String drawn = "";

    ProgressBar(PrintStream out) {
        this.out = out;
    }

    @Override
    public void update(String step, long done, long total) {
        if (!step.equals(this.step)) {
            endLine();
            this.step = step;
        }
        String line = total == 0 ? step + " ..." : line(step, done, total);
        if (!line.equals(drawn)) {
            out.print("\r" + line);
            out.flush();
            drawn = line;
        }
    }

    @Override
    public void endLine() {
        if (!drawn.isEmpty()) {
            out.println();
        }
        step = "";
        drawn = "";
    }

    /** Every field has a fixed width, so that a line covers the one before it. */
    private static String line(String step, long done, long total) {
        double part = (double) done / total;
        int filled = (int) (part * WIDTH);
        return "%-28s [%s%s] %3d %% of %s"
                .formatted(step, "#".repeat(filled), "-".repeat(WIDTH - filled), (int) (part * 100), Bytes.text(total));
    }
}
