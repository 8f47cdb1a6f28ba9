package stt.inference;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.util.List;
import java.util.Optional;
import stt.inference.api.InferenceConnectionFactory;
import stt.inference.api.InstallOrder;
import stt.inference.api.ModelAdministration;
import stt.inference.api.StoredModel;

/** The store of this node's models, for administrators. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AdministerModels {

    @Resource(lookup = "java:app/inference/transcribers")
    private InferenceConnectionFactory transcribers;

    /** Every model, as {@link ModelAdministration#models}. */
    public List<StoredModel> all() {
        return store().models();
    }

    /** The model with this id. */
    public Optional<StoredModel> withId(String id) {
        return store().model(id);
    }

    /** Begins to install a model, as {@link ModelAdministration#install}. */
    public Optional<StoredModel> install(String id, InstallOrder order) {
        return store().install(id, order);
    }

    /** Begins to read a model whole, as {@link ModelAdministration#verify}. */
    public Optional<StoredModel> verify(String id) {
        return store().verify(id);
    }

    /** Begins to remove a model, as {@link ModelAdministration#remove}. */
    public Optional<StoredModel> remove(String id) {
        return store().remove(id);
    }

    private ModelAdministration store() {
        return transcribers.administration();
    }
}
