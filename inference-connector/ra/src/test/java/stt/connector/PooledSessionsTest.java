package stt.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.resource.ResourceException;
import jakarta.resource.spi.ConnectionManager;
import jakarta.resource.spi.ManagedConnection;
import jakarta.resource.spi.ResourceAllocationException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stt.inference.api.InferenceFailed;
import stt.inference.api.ModelBusy;
import stt.inference.api.ModelInfo;
import stt.inference.api.ModelNotInstalled;
import stt.inference.api.ModelUnavailable;
import stt.inference.api.Transcriber;

/** What callers learn when the container gives no session. */
class PooledSessionsTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it.
    private Path directory;

    private final FakeModel model = new FakeModel("base");
    private final InferenceManagedConnectionFactory factory = new InferenceManagedConnectionFactory();
    private final List<ManagedConnection> pool = new ArrayList<>();
    private @Nullable ResourceException refusal;
    private final ConnectionManager container = (managed, info) -> {
        if (refusal != null) {
            throw refusal;
        }
        ManagedConnection session = managed.createManagedConnection(null, info);
        pool.add(session);
        return session.getConnection(null, info);
    };

    @BeforeEach
    void start() {
        Inference inference = new Inference(
                Store.settings(directory),
                Store.source(Store.with(directory, "base"), new FakeLoader(model)),
                Store.devices(),
                Runnable::run);
        inference.start();
        factory.setResourceAdapter(new InferenceResourceAdapter(inference));
    }

    @AfterEach
    void stop() throws ResourceException {
        for (ManagedConnection session : pool) {
            session.destroy();
        }
        factory.inference().stop();
    }

    private PooledSessions sessions() {
        return (PooledSessions) factory.createConnectionFactory(container);
    }

    /** The container's own exception, which this project cannot see. */
    private static Exception containers(@Nullable Throwable cause) {
        return new Exception("In-use connections equal max-pool-size and expired max-wait-time.", cause);
    }

    private static ResourceException refused(@Nullable Throwable cause) {
        return new ResourceAllocationException("Error in allocating a connection", cause);
    }

    @Test
    void lendsASessionOfTheModel() {
        try (Transcriber transcriber = sessions().transcriber("base")) {
            assertThat(transcriber.model()).isEqualTo("base");
        }
    }

    @Test
    void aWaitThatRanOutMeansBusy() {
        refusal = refused(containers(null));

        assertThatExceptionOfType(ModelBusy.class)
                .isThrownBy(() -> sessions().transcriber("base"))
                .extracting(ModelBusy::retryAfter)
                .isEqualTo(Duration.ofSeconds(7));
    }

    @Test
    void whatOpeningASessionThrewReachesTheCaller() {
        InferenceFailed why = new InferenceFailed("no memory", new IllegalStateException());
        refusal = refused(containers(new ResourceAllocationException("no memory", why)));

        assertThatExceptionOfType(InferenceFailed.class)
                .isThrownBy(() -> sessions().transcriber("base"))
                .isSameAs(why);
    }

    @Test
    void whatWentWrongInTheContainerIsNotBusy() {
        refusal = refused(containers(containers(new IllegalStateException("transaction marked for rollback"))));

        assertThatExceptionOfType(ModelUnavailable.class)
                .isThrownBy(() -> sessions().transcriber("base"));
    }

    @Test
    void anInterruptedWaitIsNotBusy() {
        refusal = refused(containers(new InterruptedException()));

        assertThatExceptionOfType(ModelUnavailable.class)
                .isThrownBy(() -> sessions().transcriber("base"));
    }

    @Test
    void aModelThatIsNotInstalledNeverReachesThePool() {
        refusal = refused(containers(null));

        assertThatExceptionOfType(ModelNotInstalled.class)
                .isThrownBy(() -> sessions().transcriber("small"));
    }

    @Test
    void lendsNothingOnceDrained() {
        PooledSessions sessions = sessions();
        sessions.drain();

        assertThatExceptionOfType(ModelUnavailable.class)
                .isThrownBy(() -> sessions.transcriber("base"))
                .withMessageContaining("stopping");
    }

    @Test
    void listsTheContractsModelsFirstAndWhatIsInstalledAndLoaded() {
        PooledSessions sessions = sessions();
        sessions.transcriber("base").close();

        assertThat(sessions.models())
                .extracting(ModelInfo::id)
                .startsWith("large-v3-turbo", "large-v3", "medium", "small")
                .doesNotContain("silero-vad");
        assertThat(sessions.models())
                .filteredOn(ModelInfo::installed)
                .singleElement()
                .satisfies(info -> {
                    assertThat(info.id()).isEqualTo("base");
                    assertThat(info.loaded()).isTrue();
                });
    }
}
