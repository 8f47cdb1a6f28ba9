package stt.models;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import stt.models.whisper.Precision;

/**
 * A model whose files are complete in the store.
 *
 * @param entry what is known of it
 * @param directory that holds its files
 * @param manifest what was installed
 */
public record InstalledModel(CatalogEntry entry, Path directory, Manifest manifest) {

    public String id() {
        return entry.id();
    }

    /** The engine that runs it. */
    public String engine() {
        return manifest.engine();
    }

    /** Path of one of its files. */
    public Path file(String name) {
        return directory.resolve(name);
    }

    /** Whether its weights are as {@code wanted}; null wants nothing, and files used as they came have no choice. */
    boolean hasPrecision(@Nullable Precision wanted) {
        return wanted == null
                || manifest.precision().equals(Manifest.AS_PUBLISHED)
                || manifest.precision().equals(wanted.id());
    }
}
