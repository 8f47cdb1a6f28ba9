package stt.connector;

import stt.engine.SpeechModel;
import stt.inference.api.ModelNotInstalled;
import stt.models.InstalledModel;
import stt.models.ModelStore;

/** Loads models of the store with the engine that runs them. */
record StoredModelLoader(ModelStore store) implements ModelLoader {

    private static final String VOICE_ACTIVITY = "silero-vad";

    @Override
    public SpeechModel load(SessionRequest request) {
        InstalledModel model = installed(request.model());
        InstalledModel voiceActivity = installed(VOICE_ACTIVITY);
        throw new UnsupportedOperationException(model.id() + voiceActivity.id());
    }

    private InstalledModel installed(String id) {
        return store.find(id).orElseThrow(() -> new ModelNotInstalled(id));
    }
}
