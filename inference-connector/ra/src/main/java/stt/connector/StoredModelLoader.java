package stt.connector;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import stt.engine.EngineModel;
import stt.engine.UnusableModel;
import stt.engine.diarization.DiarizationEngine;
import stt.engine.diarization.SpeakerFiles;
import stt.engine.diarization.VoiceFacts;
import stt.engine.diarization.VoiceFile;
import stt.engine.whisper.WhisperEngine;
import stt.engine.whispercpp.WhisperCppEngine;
import stt.inference.api.ModelNotInstalled;
import stt.models.BundledModels;
import stt.models.CatalogEntry;
import stt.models.InstalledModel;
import stt.models.ModelStore;
import stt.models.Task;
import stt.models.whisper.Precision;

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

    /** Precisions of graphs that CUDA runs well; blocks of 8-bit integers are for CPUs. */
    private static final Set<String> FOR_GPU = Set.of(Precision.FP16.id(), Precision.FP32.id());

    /** They come with the program, and need 150 MB with one session. */
    private static final StoredModel SPEAKERS = new StoredModel(BundledModels.class.getName(), 150_000_000, false);

    /** Where the models that are part of the adapter are unpacked; hidden, as whatever is no installed model. */
    private static final String BUNDLED = ".bundled";

    /** Room for one session, whatever the catalog knows: full precision needs more than what it has numbers of. */
    private static long memory(InstalledModel model) {
        long files = model.manifest().bytes();
        return Math.max(model.entry().memoryBytes(), files + files / 4);
    }

    @Override
    public Optional<StoredModel> find(String model) {
        return model.equals(SessionRequest.DIARIZATION)
                ? findSpeakers()
                : store.find(model).map(found -> new StoredModel(found.manifest(), memory(found), isForGpu(found)));
    }

    /** Another model of voices takes part in what is compared, so that one that is installed later is noticed. */
    private Optional<StoredModel> findSpeakers() {
        return voices.isEmpty()
                ? Optional.of(SPEAKERS)
                : store.find(voices.get())
                        .map(found -> new StoredModel(found.manifest(), SPEAKERS.memoryBytes() + memory(found), false));
    }

    private static boolean isForGpu(InstalledModel model) {
        return FOR_GPU.contains(model.manifest().precision()) && !isGgml(model);
    }

    private static boolean isGgml(InstalledModel model) {
        return model.engine().equals(CatalogEntry.WHISPER_CPP);
    }

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
        CatalogEntry entry = model.entry();
        if (entry.task() != Task.SPEAKERS) {
            throw new UnusableModel("stt.diarization.voices names " + id + ", which is no model of voices.");
        }
        VoiceFacts facts = new VoiceFacts(
                entry.fact("mel_bins"),
                entry.fact("dimensions"),
                entry.fact("sample_scale"),
                entry.fact("same_speaker_percent") / 100.0);
        return new VoiceFile(model.file(model.manifest().files().get(0).name()), facts);
    }

    private EngineModel loadSpeech(SessionRequest request) {
        InstalledModel model = installed(request.model());
        if (request.options().cuda().isPresent() && isGgml(model)) {
            throw new UnusableModel(
                    "It runs in whisper.cpp, and that on the CPU alone: stt.inference.provider must not be cuda.");
        }
        if (request.options().cuda().isPresent() && !isForGpu(model)) {
            throw new UnusableModel(
                    "It is installed in 8-bit blocks, which are for CPUs. For a GPU, install it with: ./stt models install "
                            + model.id() + " --precision fp16.");
        }
        Path voiceActivity = installed(VOICE_ACTIVITY).file(VOICE_ACTIVITY_FILE);
        natives.begin();
        return isGgml(model)
                ? WhisperCppEngine.load(model.id(), model.directory(), voiceActivity, request.options())
                : WhisperEngine.load(model.id(), model.directory(), voiceActivity, request.options());
    }

    private InstalledModel installed(String id) {
        return store.find(id).orElseThrow(() -> new ModelNotInstalled(id));
    }
}
