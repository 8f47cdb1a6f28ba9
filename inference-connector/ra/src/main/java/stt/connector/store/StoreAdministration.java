package stt.connector.store;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import stt.inference.api.InstallOrder;
import stt.inference.api.LicenceNotAccepted;
import stt.inference.api.ModelAdministration;
import stt.inference.api.ModelAtWork;
import stt.inference.api.ModelWork;
import stt.inference.api.ModelWork.Kind;
import stt.inference.api.NoSuchImport;
import stt.inference.api.StoredModel;
import stt.models.CatalogEntry;
import stt.models.InstallOptions;
import stt.models.InstalledModel;
import stt.models.ModelStore;
import stt.models.Provenance;
import stt.models.whisper.Precision;

/** Administers the store that this process serves from. */
public final class StoreAdministration implements ModelAdministration {

    /** Names of folders, and nothing that leads out of one. */
    private static final Pattern FOLDER = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

    private final ModelStore store;
    private final Path imports;
    private final Executor background;
    private final Consumer<String> removed;
    private final Clock clock = Clock.systemUTC();
    private final Map<String, RunningWork> works = new ConcurrentHashMap<>();
    private final Descriptions descriptions;

    /**
     * Administers {@code store}.
     *
     * @param imports folder with the folders that models may be installed from
     * @param background runs works
     * @param removed is told of models that are gone from the store
     */
    public StoreAdministration(ModelStore store, Path imports, Executor background, Consumer<String> removed) {
        this.store = store;
        this.imports = imports;
        this.background = background;
        this.removed = removed;
        this.descriptions = new Descriptions(store, this::withoutFolders, this::work);
    }

    /** Has the works give way that are under way. */
    public void stop() {
        works.values().forEach(RunningWork::interrupt);
    }

    @Override
    public List<StoredModel> models() {
        Map<String, CatalogEntry> known = new LinkedHashMap<>();
        store.catalog().entries().forEach(entry -> known.put(entry.id(), entry));
        store.installed().forEach(model -> known.putIfAbsent(model.id(), model.entry()));
        Map<String, StoredModel> models = new LinkedHashMap<>();
        known.forEach((id, entry) -> models.put(id, descriptions.of(entry)));
        store.folders().forEach(id -> models.computeIfAbsent(id, descriptions::ofNothing));
        works.keySet().stream().sorted().forEach(id -> models.computeIfAbsent(id, descriptions::ofNothing));
        return List.copyOf(models.values());
    }

    @Override
    public Optional<StoredModel> model(String id) {
        return store.catalog()
                .find(id)
                .or(() -> store.find(id).map(InstalledModel::entry))
                .map(descriptions::of)
                .or(() -> isThere(id) || works.containsKey(id)
                        ? Optional.of(descriptions.ofNothing(id))
                        : Optional.empty());
    }

    @Override
    public Optional<StoredModel> install(String id, InstallOrder order) {
        boolean own = order.folder().isPresent() && CatalogEntry.isId(id);
        Optional<CatalogEntry> entry = store.catalog().find(id);
        if (entry.isEmpty() && store.find(id).isEmpty() && !own) {
            return Optional.empty();
        }
        entry.ifPresent(model -> requireAcceptance(model, order));
        InstallOptions options = new InstallOptions(
                order.folder().map(this::folder).orElse(null),
                order.engine().map(InstallOrder.Engine::id).orElse(null),
                precision(order),
                false,
                true,
                model -> order.acceptLicence());
        return begin(Kind.INSTALL, id, progress -> {
            store.install(id, options, progress);
            return List.of();
        });
    }

    @Override
    public Optional<StoredModel> verify(String id) {
        return isThere(id) ? begin(Kind.VERIFY, id, progress -> store.verify(id, progress)) : Optional.empty();
    }

    @Override
    public Optional<StoredModel> remove(String id) {
        return isThere(id)
                ? begin(Kind.REMOVE, id, progress -> {
                    store.remove(id);
                    removed.accept(id);
                    return List.of();
                })
                : Optional.empty();
    }

    private Optional<StoredModel> begin(Kind kind, String id, RunningWork.Task task) {
        RunningWork work = new RunningWork(kind, clock, this::withoutFolders);
        works.compute(id, (same, before) -> {
            if (before != null && before.isUnderWay()) {
                throw new ModelAtWork(id);
            }
            return work;
        });
        try {
            background.execute(() -> {
                work.run(task);
                forgetIfGone(id, work);
            });
        } catch (RuntimeException e) {
            work.end(List.of("The server takes no more work now."));
            throw e;
        }
        return model(id);
    }

    /** Nothing is left to tell of a model that only the store had. */
    private void forgetIfGone(String id, RunningWork work) {
        if (work.now().kind() == Kind.REMOVE && store.catalog().find(id).isEmpty() && !isThere(id)) {
            works.remove(id, work);
        }
    }

    private Optional<ModelWork> work(String id) {
        return Optional.ofNullable(works.get(id)).map(RunningWork::now);
    }

    private boolean isThere(String id) {
        return store.folders().contains(id);
    }

    private void requireAcceptance(CatalogEntry entry, InstallOrder order) {
        boolean before = store.find(entry.id())
                .flatMap(model -> accepted(model.manifest().provenance(), entry))
                .isPresent();
        if (entry.licence().restricts() && !before && !order.acceptLicence()) {
            throw new LicenceNotAccepted(entry.id(), Descriptions.licence(entry));
        }
    }

    private static Optional<Instant> accepted(Provenance provenance, CatalogEntry entry) {
        return provenance.licence().equals(entry.licence().id()) ? provenance.accepted() : Optional.empty();
    }

    private Path folder(String name) {
        Path folder = imports.resolve(name);
        if (!FOLDER.matcher(name).matches() || !Files.isDirectory(folder)) {
            throw new NoSuchImport(name);
        }
        return folder;
    }

    private static @Nullable Precision precision(InstallOrder order) {
        return order.precision()
                .flatMap(wanted -> Precision.of(wanted.name().toLowerCase(Locale.ROOT)))
                .orElse(null);
    }

    private String withoutFolders(String text) {
        return text.replace(store.directory() + File.separator, "")
                .replace(imports + File.separator, "")
                .replace(store.directory().toString(), "the store")
                .replace(imports.toString(), "the folder of imports");
    }
}
