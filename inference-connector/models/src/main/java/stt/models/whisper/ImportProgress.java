package stt.models.whisper;

/** Is told how far an import has come. */
@FunctionalInterface
public interface ImportProgress {

    /** Called on the importing thread, often; {@code done} only grows and ends at {@code total}. Both count weights. */
    void imported(long done, long total);
}
