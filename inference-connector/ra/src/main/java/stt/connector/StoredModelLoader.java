package stt.connector;

import java.nio.file.Path;
import java.util.Optional;
import stt.engine.EngineModel;
import stt.engine.UnusableModel;
import stt.engine.diarization.DiarizationEngine;
import stt.engine.diarization.SpeakerFiles;
import stt.engine.diarization.VoiceFacts;
import stt.engine.diarization.VoiceFile;
import stt.engine.whisper.WhisperEngine;
import stt.inference.api.ModelNotInstalled;
import stt.models.BundledModels;
import stt.models.CatalogEntry;
import stt.models.InstalledModel;
import stt.models.ModelStore;
import stt.models.Task;

/**
 * Loads models of the store.
 *
 * @param store where they are
 * @param natives what loads with the first of them
 * @param voices id of the model of voices that tells speakers apart; empty for the bundled one
 */
record StoredModelLoader(ModelStore store, NativeRuntime natives, Optional<String> voices) implements ModelLoader {

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
                        voices.map(this::installedVoices)
                                .orElse(new VoiceFile(folder.resolve(BundledModels.VOICES), VoiceFacts.CAMPPLUS)),
                        voiceActivity),
                request.options());
    }

    /** @throws UnusableModel when it is none */
    private VoiceFile installedVoices(String id) {
        InstalledModel model = installed(id);
        if (model.entry().task() != Task.SPEAKERS) {
            throw new UnusableModel("stt.diarization.voices names " + id + ", which is no model of voices.");
        }
        CatalogEntry entry = model.entry();
        VoiceFacts facts = new VoiceFacts(
                entry.fact("mel_bins"),
                entry.fact("dimensions"),
                entry.fact("sample_scale"),
                entry.fact("same_speaker_percent") / 100.0);
        return new VoiceFile(model.file(model.manifest().files().get(0).name()), facts);
    }

    private EngineModel loadSpeech(SessionRequest request) {
        InstalledModel model = installed(request.model());
        Path voiceActivity = installed(VOICE_ACTIVITY).file(VOICE_ACTIVITY_FILE);
        natives.begin();
        return WhisperEngine.load(model.id(), model.directory(), voiceActivity, request.options());
    }

    private InstalledModel installed(String id) {
        return store.find(id).orElseThrow(() -> new ModelNotInstalled(id));
    }
}
