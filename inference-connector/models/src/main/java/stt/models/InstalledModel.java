package stt.models;

import java.nio.file.Path;

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

    /** Path of one of its files. */
    public Path file(String name) {
        return directory.resolve(name);
    }
}
