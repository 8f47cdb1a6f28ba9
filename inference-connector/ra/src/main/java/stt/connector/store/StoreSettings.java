package stt.connector.store;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.config.Config;
import stt.models.Catalog;
import stt.models.ModelStore;
import stt.models.hub.Hub;

/**
 * Where models are and come from.
 *
 * @param store folder of the store
 * @param imports folder with the folders that models may be installed from
 * @param hub environment that names the hub, as {@link Hub#of} reads it
 */
public record StoreSettings(Path store, Path imports, Map<String, String> hub) {

    public StoreSettings {
        store = store.toAbsolutePath().normalize();
        imports = imports.toAbsolutePath().normalize();
        hub = Map.copyOf(hub);
    }

    /** Reads the documented keys; of the environment {@code HF_TOKEN} alone, which is not ours to rename. */
    public static StoreSettings from(Config config, Map<String, String> environment) {
        Map<String, String> hub = new HashMap<>();
        config.getOptionalValue("stt.models.hub", String.class).ifPresent(base -> hub.put("STT_MODELS_HUB", base));
        config.getOptionalValue("stt.models.hub-token", String.class)
                .ifPresent(token -> hub.put("STT_MODELS_HUB_TOKEN", token));
        String publicToken = environment.get("HF_TOKEN");
        if (publicToken != null) {
            hub.put("HF_TOKEN", publicToken);
        }
        return new StoreSettings(
                Path.of(config.getValue("stt.models.dir", String.class)),
                Path.of(config.getValue("stt.models.import-dir", String.class)),
                hub);
    }

    /** The store. What is wrong with the hub's address is told to who installs from it. */
    public ModelStore open() {
        return ModelStore.at(store, Catalog.builtIn(), () -> Hub.of(hub));
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "StoreSettings[store=" + store + ", imports=" + imports + "]";
    }
}
