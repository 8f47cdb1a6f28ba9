package stt.models;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The models on this machine: one folder for each under {@code stt.models.dir}. Any number of processes may use the same
 * store. Thread-safe.
 */
public final class ModelStore {

    private final Path directory;
    private final Catalog catalog;
    private final InstalledModels models;

    private ModelStore(Path directory, Catalog catalog) {
        this.directory = directory.toAbsolutePath().normalize();
        this.catalog = catalog;
        this.models = new InstalledModels(this.directory, catalog);
    }

    /** The store in a folder, which need not exist before something is installed, with this version's catalog. */
    public static ModelStore at(Path directory) {
        return at(directory, Catalog.builtIn());
    }

    /** The store in a folder, with another catalog. */
    public static ModelStore at(Path directory, Catalog catalog) {
        return new ModelStore(directory, catalog);
    }

    public Path directory() {
        return directory;
    }

    public Catalog catalog() {
        return catalog;
    }

    /**
     * The model if its files are complete: present, with the sizes that its manifest names. Cheap enough for every request,
     * and sees what other processes have changed.
     */
    public Optional<InstalledModel> find(String id) {
        return models.find(id);
    }

    /** Every complete model, by id; also those that the catalog does not know. */
    public List<InstalledModel> installed() {
        return models.all();
    }
}
