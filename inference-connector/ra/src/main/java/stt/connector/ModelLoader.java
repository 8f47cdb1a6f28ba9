package stt.connector;

import stt.engine.EngineModel;

/** Brings a model's weights into memory. */
@FunctionalInterface
interface ModelLoader {

    /**
     * Blocks while it reads. The caller closes the model.
     *
     * @throws stt.inference.api.ModelNotInstalled when the store lacks the model or what it needs
     * @throws stt.inference.api.InferenceFailed when the engine refuses the files
     */
    EngineModel load(SessionRequest request);
}
