package stt.connector;

import java.util.Optional;
import stt.engine.EngineModel;

/** Knows what can be loaded, and brings a model's weights into memory. */
interface ModelLoader {

    /** What the store has under a model's id now; asked at every request, so it must be quick. */
    Optional<StoredModel> find(String model);

    /**
     * Blocks while it reads. The caller closes the model.
     *
     * @throws stt.inference.api.ModelNotInstalled when the store lacks the model or what it needs
     * @throws stt.engine.UnusableModel when the engine refuses the files
     */
    EngineModel load(SessionRequest request);
}
