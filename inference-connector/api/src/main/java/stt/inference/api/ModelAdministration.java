package stt.inference.api;

import java.util.List;
import java.util.Optional;

/**
 * The models of this machine's store, for whoever administers them: the operations of {@code ./stt models}. What takes long is
 * done in the background, one work for each model at a time; how the last one stands, or ended, is told with the model until
 * the process ends. Thread-safe.
 */
public interface ModelAdministration {

    /** Every model of the catalog, then those that only the store has, or that are being installed. */
    List<StoredModel> models();

    /** One of them. */
    Optional<StoredModel> model(String id);

    /**
     * Begins to install a model, or to repair it.
     *
     * @return the model with this work; empty when nothing has the id, and no folder is named that holds such a model
     * @throws LicenceNotAccepted when its licence restricts use and is not accepted
     * @throws NoSuchImport when the folder that is named is not there
     * @throws ModelAtWork when something is being done with this model
     */
    Optional<StoredModel> install(String id, InstallOrder order);

    /**
     * Begins to read an installed model whole, and to compare it with what was installed.
     *
     * @return the model with this work; empty when the store has nothing of it
     * @throws ModelAtWork when something is being done with this model
     */
    Optional<StoredModel> verify(String id);

    /**
     * Begins to remove a model from the store and from memory; who uses it now may finish.
     *
     * @return the model with this work; empty when the store has nothing of it
     * @throws ModelAtWork when something is being done with this model
     */
    Optional<StoredModel> remove(String id);
}
