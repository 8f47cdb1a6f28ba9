package stt.models.sources;

/** Is told how far a long step has come. Called often, from the thread that works. */
@FunctionalInterface
public interface Progress {

    /** Nobody looks. */
    Progress SILENT = (step, done, total) -> {};

    /**
     * Called at the start of a step, while it runs, and at its end.
     *
     * @param step for people, such as "Downloading base"; a new text begins a new step
     * @param done bytes, from 0 to {@code total}
     * @param total bytes, 0 when there is nothing to count
     */
    void update(String step, long done, long total);
}
