package stt.connector;

import java.nio.file.Path;
import stt.engine.EngineModel;
import stt.engine.diarization.DiarizationEngine;
import stt.engine.diarization.SpeakerFiles;
import stt.engine.whisper.WhisperEngine;
import stt.engine.whispercpp.WhisperCppEngine;
import stt.inference.api.ModelNotInstalled;
import stt.models.BundledModels;
import stt.models.CatalogEntry;
import stt.models.InstalledModel;
import stt.models.ModelStore;

/** Loads models of the store. */
record StoredModelLoader(ModelStore store, NativeRuntime natives) implements ModelLoader {

    /** Every engine finds speech with it before it transcribes. */
    private static final String VOICE_ACTIVITY = "silero-vad";

    private static final String VOICE_ACTIVITY_FILE = "silero_vad.onnx";

    /** Where the models that are part of the adapter are unpacked; hidden, as whatever is no installed model. */
    private static final String BUNDLED = ".bundled";

    @Override
    public EngineModel load(SessionRequest request) {
        return request.diarizes() ? loadSpeakers(request) : loadSpeech(request);
    }

    private EngineModel loadSpeakers(SessionRequest request) {
        Path folder = store.directory().resolve(BUNDLED);
        BundledModels.unpack(folder);
        Path voiceActivity = installed(VOICE_ACTIVITY).file(VOICE_ACTIVITY_FILE);
        natives.begin();
        return DiarizationEngine.load(
                new SpeakerFiles(
                        request.model(),
                        folder.resolve(BundledModels.SEGMENTATION),
                        folder.resolve(BundledModels.VOICES),
                        voiceActivity),
                request.options());
    }

    private EngineModel loadSpeech(SessionRequest request) {
        InstalledModel model = installed(request.model());
        Path voiceActivity = installed(VOICE_ACTIVITY).file(VOICE_ACTIVITY_FILE);
        natives.begin();
        return model.engine().equals(CatalogEntry.WHISPER_CPP)
                ? WhisperCppEngine.load(model.id(), model.directory(), voiceActivity, request.options())
                : WhisperEngine.load(model.id(), model.directory(), voiceActivity, request.options());
    }

    private InstalledModel installed(String id) {
        return store.find(id).orElseThrow(() -> new ModelNotInstalled(id));
    }
}
