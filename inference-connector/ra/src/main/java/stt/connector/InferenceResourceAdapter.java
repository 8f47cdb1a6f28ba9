package stt.connector;

import jakarta.resource.spi.ActivationSpec;
import jakarta.resource.spi.BootstrapContext;
import jakarta.resource.spi.Connector;
import jakarta.resource.spi.ResourceAdapter;
import jakarta.resource.spi.ResourceAdapterInternalException;
import jakarta.resource.spi.TransactionSupport.TransactionSupportLevel;
import jakarta.resource.spi.endpoint.MessageEndpointFactory;
import java.util.Objects;
import javax.transaction.xa.XAResource;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;
import stt.connector.devices.Devices;
import stt.connector.devices.Hardware;
import stt.connector.store.StoreAdministration;
import stt.connector.store.StoreSettings;
import stt.inference.api.InferenceConnectionFactory;
import stt.inference.api.ModelAdministration;
import stt.models.ModelStore;

/** Starts and stops inference with the application. There is one for each deployment. */
@Connector(
        displayName = "Speech inference",
        vendorName = "stt",
        version = "1.0",
        eisType = "Speech recognition models",
        transactionSupport = TransactionSupportLevel.XATransaction)
public final class InferenceResourceAdapter implements ResourceAdapter {

    private final NativeRuntime natives = new NativeRuntime();
    private volatile @Nullable Inference inference;
    private volatile @Nullable StoreAdministration administration;

    /** For the container. */
    public InferenceResourceAdapter() {}

    /** One that runs already. */
    InferenceResourceAdapter(Inference inference) {
        this.inference = inference;
    }

    /** Returns at once: models load in the background. */
    @Override
    public void start(BootstrapContext context) throws ResourceAdapterInternalException {
        try {
            Config config = ConfigProvider.getConfig();
            InferenceSettings settings = InferenceSettings.from(config);
            StoreSettings models = StoreSettings.from(config, System.getenv());
            ModelStore store = models.open();
            Background background = new Background(context.getWorkManager());
            Inference started = new Inference(
                    settings,
                    new ModelSource(new ModelList(store), new StoredModelLoader(store, natives, settings.voices())),
                    new Devices(settings.hardware(), Hardware.here(natives::begin)),
                    background);
            started.start();
            inference = started;
            administration = new StoreAdministration(store, models.imports(), background, id -> started.lookAfter());
        } catch (RuntimeException e) {
            throw new ResourceAdapterInternalException("Inference does not start: " + e.getMessage(), e);
        }
    }

    /** Blocks while runs end, for as long as {@code stt.inference.stop-grace} says, and a little longer. */
    @Override
    public void stop() {
        StoreAdministration administering = administration;
        if (administering != null) {
            administering.stop();
        }
        Inference running = inference;
        if (running != null && running.stop()) {
            natives.end();
            new InheritedContexts(InferenceConnectionFactory.class.getClassLoader()).forget();
        }
    }

    /** @throws IllegalStateException when not started */
    Inference inference() {
        Inference running = inference;
        if (running == null) {
            throw new IllegalStateException("inference is not running");
        }
        return running;
    }

    /** @throws IllegalStateException when not started */
    ModelAdministration administration() {
        StoreAdministration administering = administration;
        if (administering == null) {
            throw new IllegalStateException("inference is not running");
        }
        return administering;
    }

    @Override
    public void endpointActivation(MessageEndpointFactory factory, ActivationSpec spec) {
        throw new UnsupportedOperationException("nothing is delivered to message endpoints");
    }

    @Override
    public void endpointDeactivation(MessageEndpointFactory factory, ActivationSpec spec) {
        throw new UnsupportedOperationException("nothing is delivered to message endpoints");
    }

    /** Nothing survives a crash in this resource: there is nothing to recover. */
    @Override
    public XAResource[] getXAResources(ActivationSpec[] specs) {
        return new XAResource[0];
    }

    // Required by the specification. The adapter has no properties, so that all are equal.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof InferenceResourceAdapter;
    }

    @Override
    public int hashCode() {
        return Objects.hash(InferenceResourceAdapter.class.getName());
    }
}
