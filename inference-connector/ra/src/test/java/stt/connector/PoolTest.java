package stt.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import jakarta.resource.ResourceException;
import jakarta.resource.spi.ConnectionEvent;
import jakarta.resource.spi.ConnectionEventListener;
import jakarta.resource.spi.ResourceAllocationException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import javax.transaction.xa.XAException;
import javax.transaction.xa.XAResource;
import javax.transaction.xa.Xid;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stt.engine.EngineOptions;
import stt.inference.api.AudioSource;
import stt.inference.api.CancelToken;
import stt.inference.api.InferenceCancelled;
import stt.inference.api.InferenceFailed;
import stt.inference.api.RunControl;
import stt.inference.api.Transcriber;
import stt.inference.api.Transcript;
import stt.inference.api.TranscriptionOptions;

/** What the container's pool is told, and what it may do. */
class PoolTest {

    private static final SessionRequest BASE = new SessionRequest("base", EngineOptions.cpu(1));
    private static final SessionRequest SMALL = new SessionRequest("small", EngineOptions.cpu(1));
    private static final SessionRequest BASE_ON_FOUR = new SessionRequest("base", EngineOptions.cpu(4));
    private static final Xid BRANCH = new Xid() {
        @Override
        public int getFormatId() {
            return 1;
        }

        @Override
        public byte[] getGlobalTransactionId() {
            return new byte[] {1};
        }

        @Override
        public byte[] getBranchQualifier() {
            return new byte[] {1};
        }
    };

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it.
    private Path directory;

    private final FakeModel base = new FakeModel("base");
    private final FakeLoader loader = new FakeLoader(base, new FakeModel("small"));
    private final InferenceManagedConnectionFactory factory = new InferenceManagedConnectionFactory();
    private final List<Integer> events = new ArrayList<>();
    private final List<SessionManagedConnection> opened = new ArrayList<>();

    @BeforeEach
    void start() {
        Inference inference = new Inference(
                Store.settings(directory),
                Store.source(Store.with(directory, "base", "small"), loader),
                Store.devices(),
                Runnable::run);
        inference.start();
        factory.setResourceAdapter(new InferenceResourceAdapter(inference));
    }

    @AfterEach
    void stop() {
        base.release();
        opened.forEach(SessionManagedConnection::destroy);
        factory.inference().stop();
    }

    private SessionManagedConnection open(SessionRequest request) throws ResourceException {
        SessionManagedConnection session = (SessionManagedConnection) factory.createManagedConnection(null, request);
        opened.add(session);
        session.addConnectionEventListener(new ConnectionEventListener() {
            @Override
            public void connectionClosed(ConnectionEvent event) {
                events.add(event.getId());
            }

            @Override
            public void connectionErrorOccurred(ConnectionEvent event) {
                events.add(event.getId());
            }

            @Override
            public void localTransactionStarted(ConnectionEvent event) {}

            @Override
            public void localTransactionCommitted(ConnectionEvent event) {}

            @Override
            public void localTransactionRolledback(ConnectionEvent event) {}
        });
        return session;
    }

    private static Transcriber handle(SessionManagedConnection session) {
        return (Transcriber) session.getConnection(null, BASE);
    }

    private static Transcript run(Transcriber transcriber) {
        return transcriber.transcribe(
                AudioSource.of(new float[1]),
                TranscriptionOptions.DEFAULT,
                RunControl.of(new CancelToken(), Runs.LONG));
    }

    @Test
    void neverMatchesASessionOfAnotherModel() throws Exception {
        Set<Object> pooled = Set.of(open(SMALL), open(BASE_ON_FOUR));

        assertThat(factory.matchManagedConnections(pooled, null, BASE)).isNull();
    }

    @Test
    void matchesASessionOfTheSameModelAndOptions() throws Exception {
        SessionManagedConnection wanted = open(BASE);

        assertThat(factory.matchManagedConnections(Set.of(open(SMALL), wanted), null, BASE))
                .isSameAs(wanted);
    }

    @Test
    void neitherMatchesNorValidatesABrokenSession() throws Exception {
        SessionManagedConnection good = open(SMALL);
        SessionManagedConnection broken = open(BASE);
        base.breakDown();
        assertThatExceptionOfType(InferenceFailed.class).isThrownBy(() -> run(handle(broken)));

        assertThat(factory.matchManagedConnections(Set.of(broken), null, BASE)).isNull();
        Set<?> invalid = factory.getInvalidConnections(Set.of(good, broken));
        assertThat(invalid).isEqualTo(Set.of(broken));
    }

    @Test
    void tellsThePoolOfAFailureAtOnce() throws Exception {
        Transcriber transcriber = handle(open(BASE));
        base.breakDown();

        assertThatExceptionOfType(InferenceFailed.class).isThrownBy(() -> run(transcriber));

        assertThat(events).containsExactly(ConnectionEvent.CONNECTION_ERROR_OCCURRED);
    }

    @Test
    void tellsThePoolOnceOfAHandleThatIsClosedTwice() throws Exception {
        Transcriber transcriber = handle(open(BASE));

        transcriber.close();
        transcriber.close();

        assertThat(events).containsExactly(ConnectionEvent.CONNECTION_CLOSED);
    }

    @Test
    void handlesAreInvalidOnceClosed() throws Exception {
        SessionManagedConnection session = open(BASE);
        Transcriber closed = handle(session);
        Transcriber open = handle(session);

        closed.close();

        assertThatIllegalStateException().isThrownBy(() -> run(closed)).withMessageContaining("closed");
        assertThatIllegalStateException().isThrownBy(closed::model);
        assertThat(run(open).text()).isEqualTo("hello");
    }

    @Test
    void handlesAreInvalidOnceThePoolHasTheSessionBack() throws Exception {
        SessionManagedConnection session = open(BASE);
        Transcriber transcriber = handle(session);

        session.cleanup();

        assertThatIllegalStateException().isThrownBy(() -> run(transcriber));
        transcriber.close();
        assertThat(events).isEmpty();
    }

    @Test
    void aHandleMovesToAnotherSession() throws Exception {
        SessionManagedConnection first = open(BASE);
        Transcriber transcriber = handle(first);
        SessionManagedConnection second = open(SMALL);

        second.associateConnection(transcriber);
        first.cleanup();

        assertThat(transcriber.model()).isEqualTo("small");
    }

    @Test
    void destroyingASessionFreesIt() throws Exception {
        SessionManagedConnection session = open(BASE);

        session.destroy();
        session.destroy();

        assertThat(base.openSessions).hasValue(0);
    }

    @Test
    void aTransactionAsksForNeitherCommitNorRecovery() throws Exception {
        XAResource resource = open(BASE).getXAResource();
        resource.start(BRANCH, XAResource.TMNOFLAGS);
        resource.end(BRANCH, XAResource.TMSUCCESS);

        assertThat(resource.prepare(BRANCH)).isEqualTo(XAResource.XA_RDONLY);
        assertThat(resource.recover(XAResource.TMSTARTRSCAN)).isEmpty();
    }

    @Test
    void rollbackEndsARunInAnotherThreadAndLeavesTheSessionClean() throws Exception {
        SessionManagedConnection session = open(BASE);
        Transcriber transcriber = handle(session);
        base.hold();
        CompletableFuture<Transcript> run = Runs.start(base, () -> run(transcriber));

        session.getXAResource().rollback(BRANCH);

        assertThat(factory.inference().status().runningSessions()).isZero();
        assertThat(run.handle((transcript, failure) -> failure.getCause()).join())
                .isInstanceOf(InferenceCancelled.class);
        assertThat(run(transcriber).text()).isEqualTo("hello");
    }

    @Test
    void aSessionWhoseRunDoesNotGiveWayLeavesThePool() throws Exception {
        Slot slot = factory.inference().open(BASE);
        base.hold();
        base.ignoreCancellation();
        CompletableFuture<Transcript> run = Runs.start(base, () -> Runs.run(slot));
        XAResource resource = new SessionTransaction(slot, Duration.ZERO);

        assertThatExceptionOfType(XAException.class)
                .isThrownBy(() -> resource.rollback(BRANCH))
                .extracting(e -> e.errorCode)
                .isEqualTo(XAException.XAER_RMFAIL);
        assertThat(slot.isUsable()).isFalse();

        base.release();
        run.handle((transcript, failure) -> failure).join();
        assertThat(base.openSessions).hasValue(0);
    }

    @Test
    void sessionsAreResourceManagersOfTheirOwn() throws Exception {
        XAResource resource = open(BASE).getXAResource();

        assertThat(resource.isSameRM(resource)).isTrue();
        assertThat(resource.isSameRM(open(BASE).getXAResource())).isFalse();
    }

    @Test
    void aSessionWhoseModelHasLeftTheMemoryLeavesThePool() throws Exception {
        SessionManagedConnection session = open(BASE);
        loader.remove("base");
        factory.inference().lookAfter();
        loader.install("base", FakeLoader.BYTES);

        assertThat(factory.matchManagedConnections(Set.of(session), null, BASE)).isNull();
        Set<?> invalid = factory.getInvalidConnections(Set.of(session));
        assertThat(invalid).isEqualTo(Set.of(session));
        assertThat(run(handle(open(BASE))).text()).isEqualTo("hello");
    }

    @Test
    void neverMatchesASessionOfAModelThatWasInstalledAnew() throws Exception {
        SessionManagedConnection old = open(BASE);
        loader.install("base", FakeLoader.BYTES);
        factory.inference().lease(BASE).close();

        assertThat(factory.matchManagedConnections(Set.of(old), null, BASE)).isNull();
        Set<?> invalid = factory.getInvalidConnections(Set.of(old));
        assertThat(invalid).isEqualTo(Set.of(old));
    }

    @Test
    void failsToOpenASessionOfAMissingModelWithTheReason() {
        SessionRequest missing = new SessionRequest("large", EngineOptions.cpu(1));

        assertThatExceptionOfType(ResourceAllocationException.class)
                .isThrownBy(() -> factory.createManagedConnection(null, missing))
                .withCauseInstanceOf(stt.inference.api.ModelNotInstalled.class);
    }

    @Test
    void opensNoSessionForNoModel() {
        assertThatExceptionOfType(ResourceAllocationException.class)
                .isThrownBy(() -> factory.createManagedConnection(null, null));
    }
}
