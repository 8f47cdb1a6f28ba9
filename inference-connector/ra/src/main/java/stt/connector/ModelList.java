package stt.connector;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import stt.inference.api.ModelInfo;
import stt.inference.api.ModelState;
import stt.models.CatalogEntry;
import stt.models.InstalledModel;
import stt.models.ModelStore;
import stt.models.Task;

/** The speech recognition models of the catalog and of the store. */
record ModelList(ModelStore store) {

    /** The catalog's in its order, then those that only the store has. */
    List<ModelInfo> models(Map<String, ModelState> states) {
        Map<String, CatalogEntry> known = new LinkedHashMap<>();
        store.catalog().entries().forEach(entry -> known.put(entry.id(), entry));
        Map<String, CatalogEntry> installed = installed();
        installed.forEach(known::putIfAbsent);
        return known.values().stream()
                .filter(ModelList::transcribes)
                .map(entry -> new ModelInfo(
                        entry.id(),
                        entry.name(),
                        entry.languages(),
                        entry.speed().code(),
                        installed.containsKey(entry.id()),
                        states.getOrDefault(entry.id(), ModelState.UNLOADED)))
                .toList();
    }

    /** Whether the store has any model that can transcribe. */
    boolean anyInstalled() {
        return installed().values().stream().anyMatch(ModelList::transcribes);
    }

    private Map<String, CatalogEntry> installed() {
        Map<String, CatalogEntry> entries = new LinkedHashMap<>();
        for (InstalledModel model : store.installed()) {
            entries.put(model.id(), model.entry());
        }
        return entries;
    }

    private static boolean transcribes(CatalogEntry entry) {
        return entry.task() == Task.TRANSCRIPTION;
    }
}
