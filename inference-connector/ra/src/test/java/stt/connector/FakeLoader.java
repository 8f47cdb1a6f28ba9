package stt.connector;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import stt.engine.EngineModel;
import stt.inference.api.ModelNotInstalled;

/** A store of fake models, which can be installed and removed, and fail on demand. Remembers what was loaded. */
final class FakeLoader implements ModelLoader {

    /** What each model needs, unless it is installed with another number. */
    static final long BYTES = 100_000_000;

    final List<String> loaded = Collections.synchronizedList(new ArrayList<>());
    private final Map<String, StoredModel> stored = new ConcurrentHashMap<>();
    private final Map<String, FakeModel> models = new ConcurrentHashMap<>();
    private volatile @Nullable RuntimeException failure;

    FakeLoader(FakeModel... models) {
        for (FakeModel model : models) {
            this.models.put(model.id(), model);
            install(model.id(), BYTES);
        }
    }

    /** Installs a model, or another version of it. */
    void install(String id, long bytes) {
        stored.put(id, new StoredModel(new Object(), bytes, false));
    }

    void remove(String id) {
        stored.remove(id);
    }

    /** Later loads end with this, or well again with null. */
    void failWith(@Nullable RuntimeException failure) {
        this.failure = failure;
    }

    @Override
    public Optional<StoredModel> find(String model) {
        return Optional.ofNullable(stored.get(model));
    }

    @Override
    public EngineModel load(SessionRequest request) {
        loaded.add(request.model());
        RuntimeException why = failure;
        if (why != null) {
            throw why;
        }
        return Optional.ofNullable(models.get(request.model()))
                .orElseThrow(() -> new ModelNotInstalled(request.model()));
    }
}
