package stt.inference;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import org.eclipse.microprofile.config.Config;
import stt.inference.api.InferenceConnectionFactory;
import stt.inference.api.InferenceStatus;
import stt.inference.api.ModelNotInstalled;
import stt.inference.api.TranscriptionOptions;
import stt.inference.api.UnsupportedLanguage;
import stt.inference.api.UnsupportedTask;

/** The models that requests may name, and which one really serves them. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class Models {

    private static final String ALIAS = "stt.models.alias.";

    @Resource(lookup = "java:app/inference/transcribers")
    private InferenceConnectionFactory transcribers;

    @Inject
    private Config config;

    /** Every model: the contract's four first, then the others. */
    public List<ServedModel> all() {
        return ServedModel.all(transcribers.models(), id -> config.getOptionalValue(ALIAS + id, String.class));
    }

    /**
     * The model named {@code id}.
     *
     * @throws UnknownModel when nothing has that id
     */
    public ServedModel named(String id) {
        return all().stream()
                .filter(model -> model.info().id().equals(id))
                .findFirst()
                .orElseThrow(() -> new UnknownModel(id));
    }

    /**
     * Id of the model that runs when {@code id} is asked for.
     *
     * @throws UnknownModel when nothing has that id
     * @throws ModelNotInstalled when it is not installed, and no alias names one that is
     */
    public String serving(String id) {
        return named(id).runs().orElseThrow(() -> new ModelNotInstalled(id));
    }

    /**
     * The same, of a model that can do what {@code options} ask, as far as that is known before it runs.
     *
     * @throws UnsupportedTask when it cannot translate
     * @throws UnsupportedLanguage when it does not know the language
     */
    public String serving(String id, TranscriptionOptions options) {
        String model = serving(id);
        named(model).requireAble(options);
        return model;
    }

    /** What the resource adapter knows of itself now. */
    public InferenceStatus status() {
        return transcribers.status();
    }
}
