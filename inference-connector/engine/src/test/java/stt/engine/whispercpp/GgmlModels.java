package stt.engine.whispercpp;

import java.nio.file.Path;
import stt.engine.EngineOptions;
import stt.engine.SpeechModel;
import stt.engine.StarterModels;
import stt.models.InstallOptions;
import stt.models.ModelStore;
import stt.models.sources.Progress;

/** Models for whisper.cpp, converted from the published weights of installed ones. */
final class GgmlModels {

    private GgmlModels() {}

    /**
     * Installs {@code ggml-ID} into a store of its own.
     *
     * @param id of a starter model
     * @return the store
     */
    static ModelStore convert(Path folder, String id) {
        Path published = ModelStore.at(StarterModels.folder("."))
                .keptSources(id)
                .orElseThrow(() -> new IllegalStateException("./stt models install " + id + " --keep-sources"));
        ModelStore store = ModelStore.at(folder);
        store.install("ggml-" + id, new InstallOptions(published, null, false, true), Progress.SILENT);
        return store;
    }

    /** Loads {@code ggml-ID}; the caller closes it. With one thread: where builds share the cores, two wait for each other. */
    static SpeechModel load(ModelStore store, String id) {
        String ggml = "ggml-" + id;
        Path directory = store.find(ggml).orElseThrow().directory();
        return WhisperCppEngine.load(ggml, directory, StarterModels.silero(), EngineOptions.cpu(1));
    }
}
