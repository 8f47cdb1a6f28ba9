package stt.models;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import stt.models.hub.Hub;
import stt.models.sources.Folders;
import stt.models.sources.Progress;
import stt.models.sources.SourceFailed;
import stt.models.whisper.UnreadableModel;

/**
 * The models on this machine: one folder for each under {@code stt.models.dir}. Any number of processes may use the same
 * store. Thread-safe.
 */
public final class ModelStore {

    private final StoreFolders folders;
    private final Catalog catalog;
    private final Supplier<Hub> hub;
    private final InstalledModels models;

    private ModelStore(Path directory, Catalog catalog, Supplier<Hub> hub) {
        this.hub = hub;
        this.folders = new StoreFolders(directory.toAbsolutePath().normalize());
        this.catalog = catalog;
        this.models = new InstalledModels(folders.directory(), catalog);
    }

    /** The store in a folder, which need not exist before something is installed, with this version's catalog. */
    public static ModelStore at(Path directory) {
        return at(directory, Catalog.builtIn());
    }

    /** The store in a folder, with another catalog. */
    public static ModelStore at(Path directory, Catalog catalog) {
        return new ModelStore(directory, catalog, () -> Hub.of(System.getenv()));
    }

    /** The store in a folder, with another catalog and a hub that is not that of the environment. */
    public static ModelStore at(Path directory, Catalog catalog, Hub hub) {
        return at(directory, catalog, () -> hub);
    }

    /**
     * The store in a folder, with another catalog and a hub that is asked for when it is needed; an {@link
     * IllegalArgumentException} of {@code hub} becomes the reason why nothing is installed.
     */
    public static ModelStore at(Path directory, Catalog catalog, Supplier<Hub> hub) {
        return new ModelStore(directory, catalog, hub);
    }

    public Path directory() {
        return folders.directory();
    }

    public Catalog catalog() {
        return catalog;
    }

    /**
     * The model if its files are complete: present, with the sizes that its manifest names. Cheap enough for every request,
     * and sees what other processes have changed.
     *
     * @throws StoreFailed when this process may not read it
     */
    public Optional<InstalledModel> find(String id) {
        return models.find(id);
    }

    /** Every complete model, by id; also those that the catalog does not know. */
    public List<InstalledModel> installed() {
        return models.all();
    }

    /** Ids of all folders that have or should have a model, complete or not. */
    public List<String> folders() {
        return models.folders();
    }

    /** The folder with a model's published files, where an installation has kept them. */
    public Optional<Path> keptSources(String id) {
        return catalog.find(id)
                .or(() -> find(id).map(InstalledModel::entry))
                .filter(this::hasKeptSources)
                .map(entry -> folders.kept(entry.id()));
    }

    /**
     * Installs a model, unless it is there as the options want it. Waits while another process changes the store. A model
     * appears complete or not at all, whatever happens; what was fetched and verified before a failure is not fetched again.
     *
     * @throws UnknownModel when neither the catalog knows the id nor the options name a folder
     * @throws StoreFailed when it cannot be installed; the store is as it was
     */
    public InstallResult install(String id, InstallOptions options, Progress progress) {
        CatalogEntry entry = entry(id, options);
        try {
            Optional<InstalledModel> there = asWanted(entry, options, progress);
            if (there.isPresent() && !lacksSources(entry, options)) {
                return new InstallResult(there.get(), false);
            }
            Optional<Instant> accepted = acceptance(entry, options);
            try (StoreLock lock = StoreLock.acquire(directory(), progress)) {
                return lock.holding(() -> installLocked(entry, options, accepted, progress));
            }
        } catch (SourceFailed | UnreadableModel | IOException | UncheckedIOException e) {
            throw StoreFailed.because(id + " was not installed", directory(), e);
        }
    }

    /**
     * Reads a model whole.
     *
     * @return what is wrong with it, one sentence each; empty when it is as it was installed
     * @throws UnknownModel when neither the catalog nor the store has the id
     * @throws StoreFailed when it cannot be read
     */
    public List<String> verify(String id, Progress progress) {
        requireKnown(id);
        try {
            return Verification.of(folders.model(id), id, progress);
        } catch (IOException e) {
            throw StoreFailed.because(id + " was not verified", directory(), e);
        }
    }

    /**
     * Removes a model, its kept sources too. A process that has it loaded keeps what is in its memory.
     *
     * @return false when there was nothing to remove
     * @throws UnknownModel when neither the catalog nor the store has the id
     * @throws StoreFailed when it cannot be removed
     */
    public boolean remove(String id) {
        requireKnown(id);
        if (!Files.exists(folders.model(id)) && !Files.exists(folders.kept(id))) {
            return false;
        }
        try (StoreLock lock = StoreLock.acquire(directory(), Progress.SILENT)) {
            return lock.holding(() -> {
                folders.sweep();
                folders.remove(id, folders.model(id));
                folders.remove(id, folders.kept(id));
                Folders.delete(folders.downloads(id));
                return true;
            });
        } catch (IOException e) {
            throw StoreFailed.because(id + " was not removed", directory(), e);
        }
    }

    /** Asks before the lock is taken: people take their time. A licence that was accepted once is accepted. */
    private Optional<Instant> acceptance(CatalogEntry entry, InstallOptions options) {
        if (!entry.licence().restricts()) {
            return Optional.empty();
        }
        Optional<Instant> before = models.provenance(entry.id())
                .filter(earlier -> earlier.licence().equals(entry.licence().id()))
                .flatMap(Provenance::accepted);
        if (before.isEmpty() && !options.consent().accepts(entry)) {
            throw new SourceFailed(
                    "its licence, %s (%s), restricts what it may be used for, and has to be accepted: use --accept-licence."
                            .formatted(entry.licence().id(), entry.licence().url()));
        }
        return before.or(() -> Optional.of(Instant.now()));
    }

    /** Looks again: whoever held the lock before may have done all of it. */
    private InstallResult installLocked(
            CatalogEntry entry, InstallOptions options, Optional<Instant> accepted, Progress progress)
            throws IOException {
        folders.sweep();
        Installation installation = new Installation(entry, folders, hub, progress);
        boolean there = asWanted(entry, options, progress).isPresent();
        boolean sources = lacksSources(entry, options);
        if (!there) {
            installation.install(options, accepted);
        } else if (sources) {
            installation.keepSources(options);
        }
        InstalledModel model = find(entry.id())
                .orElseThrow(() -> new IOException(entry.id() + " vanished from the store while it was installed"));
        return new InstallResult(model, !there || sources);
    }

    private Optional<InstalledModel> asWanted(CatalogEntry entry, InstallOptions options, Progress progress)
            throws IOException {
        Optional<InstalledModel> there = find(entry.id()).filter(model -> model.hasPrecision(options.precision()));
        boolean damaged = options.reread()
                && there.isPresent()
                && !Verification.of(there.get().directory(), entry.id(), progress)
                        .isEmpty();
        return damaged ? Optional.empty() : there;
    }

    private boolean lacksSources(CatalogEntry entry, InstallOptions options) {
        return options.keepSources() && !hasKeptSources(entry);
    }

    private boolean hasKeptSources(CatalogEntry entry) {
        return PublishedFiles.missing(folders.kept(entry.id()), entry).isEmpty();
    }

    private CatalogEntry entry(String id, InstallOptions options) {
        return catalog.find(id)
                .or(() -> find(id).map(InstalledModel::entry))
                .or(() -> options.from() != null && CatalogEntry.isId(id)
                        ? Optional.of(CatalogEntry.uncatalogued(
                                id, Objects.requireNonNullElse(options.engine(), CatalogEntry.WHISPER), List.of(), 0))
                        : Optional.empty())
                .orElseThrow(() -> new UnknownModel(id, catalog));
    }

    private void requireKnown(String id) {
        if (catalog.find(id).isEmpty() && !folders().contains(id)) {
            throw new UnknownModel(id, catalog);
        }
    }
}
