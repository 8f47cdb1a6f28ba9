package stt.inference.api;

import jakarta.resource.Referenceable;
import java.io.Serializable;
import java.util.List;

/**
 * The models as the application sees them: pooled sessions, and what is installed, loaded and able to run. Found in JNDI
 * under the name that {@code application.xml} gives it. Thread-safe.
 */
public interface InferenceConnectionFactory extends Serializable, Referenceable {

    /**
     * Borrows a session for a model; within a transaction the session takes part in it. The first call for a model loads
     * it, however many callers wait.
     *
     * @throws ModelNotInstalled when the store has no such model
     * @throws ModelUnavailable when it is installed but cannot be loaded now
     * @throws ModelBusy when no session came free in the pool's waiting time
     */
    Transcriber transcriber(String model);

    /**
     * Borrows a session that tells speakers apart, as {@link #transcriber} does.
     *
     * @throws ModelUnavailable when the models for it cannot be loaded now
     * @throws ModelBusy when no session came free in the pool's waiting time
     */
    Diarizer diarizer();

    /** Every model of the catalog and of the store: the contract's four first, then the others. */
    List<ModelInfo> models();

    /** What the adapter knows now; cheap, never waits for a model. */
    InferenceStatus status();

    /** The store of models, to administer it. */
    ModelAdministration administration();

    /**
     * Prepares the end of the application, while its transactions can still complete: lends no session any more, waits until
     * those lent are back and their transactions are over, for as long as {@code stt.inference.stop-grace} says, then cancels
     * the runs under way and waits a little for them to give way. There is no way back. Later calls return at once.
     */
    void drain();
}
