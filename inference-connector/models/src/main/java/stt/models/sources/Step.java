package stt.models.sources;

/** One step of a long work, whose bytes come in one after another. Not thread-safe. */
public final class Step {

    private final Progress progress;
    private final String label;
    private final long total;
    private long done;

    /** Begins the step, at 0 of {@code total} bytes. */
    public Step(Progress progress, String label, long total) {
        this.progress = progress;
        this.label = label;
        this.total = total;
        progress.update(label, 0, total);
    }

    /** This many more bytes are done; never reports more than the total, which may be an estimate. */
    public void add(long bytes) {
        done = Math.min(total, done + bytes);
        progress.update(label, done, total);
    }

    /** Bytes reported so far. */
    public long done() {
        return done;
    }
}
