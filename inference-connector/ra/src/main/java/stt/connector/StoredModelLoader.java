package stt.connector;

import java.nio.file.Path;
import stt.engine.SpeechModel;
import stt.engine.whisper.WhisperEngine;
import stt.inference.api.ModelNotInstalled;
import stt.models.InstalledModel;
import stt.models.ModelStore;

/** Loads models of the store. */
record StoredModelLoader(ModelStore store, NativeRuntime natives) implements ModelLoader {

    /** Every engine finds speech with it before it transcribes. */
    private static final String VOICE_ACTIVITY = "silero-vad";

    private static final String VOICE_ACTIVITY_FILE = "silero_vad.onnx";

    @Override
    public SpeechModel load(SessionRequest request) {
        InstalledModel model = installed(request.model());
        Path voiceActivity = installed(VOICE_ACTIVITY).file(VOICE_ACTIVITY_FILE);
        natives.begin();
        return WhisperEngine.load(model.id(), model.directory(), voiceActivity, request.options());
    }

    private InstalledModel installed(String id) {
        return store.find(id).orElseThrow(() -> new ModelNotInstalled(id));
    }
}
