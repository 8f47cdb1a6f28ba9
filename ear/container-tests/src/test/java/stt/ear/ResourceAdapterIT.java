package stt.ear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import jakarta.annotation.Resource;
import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import jakarta.transaction.SystemException;
import jakarta.transaction.UserTransaction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;
import stt.inference.api.AudioSource;
import stt.inference.api.CancelToken;
import stt.inference.api.InferenceCancelled;
import stt.inference.api.InferenceConnectionFactory;
import stt.inference.api.InferenceFailed;
import stt.inference.api.ModelBusy;
import stt.inference.api.ModelNotInstalled;
import stt.inference.api.ModelState;
import stt.inference.api.RunControl;
import stt.inference.api.Transcriber;
import stt.inference.api.Transcript;
import stt.inference.api.TranscriptionOptions;

/** What the container's pool and transactions make of sessions on the real model. */
@Tag("models")
@ExtendWith(ArquillianExtension.class)
class ResourceAdapterIT {

    private static final Duration LONG = Duration.ofMinutes(5);
    private static final int COLLECTIONS = 200;

    @Resource(lookup = "java:app/inference/transcribers")
    private InferenceConnectionFactory transcribers;

    @Resource(lookup = "java:app/jdbc/main")
    private DataSource database;

    @Resource
    private UserTransaction transaction;

    @Deployment
    static Archive<?> ear() {
        return RealEar.with(ResourceAdapterIT.class, Recording.class);
    }

    @BeforeEach
    void makesATable() throws SQLException {
        sql("create table if not exists container_test (id int primary key)");
        sql("delete from container_test");
    }

    /** After a failure the adapter tries the model out by itself: a run that ends by itself is none that was left. */
    @AfterEach
    @Timeout(60)
    void leavesNoTransactionAndNoRun() throws Exception {
        assertThat(transaction.getStatus()).isEqualTo(Status.STATUS_NO_TRANSACTION);
        while (transcribers.status().runningSessions() > 0
                && !Thread.currentThread().isInterrupted()) {
            Thread.onSpinWait();
        }
    }

    @Test
    void commitsARowTogetherWithATranscription() throws Exception {
        transaction.begin();
        Transcript transcript;
        try (Transcriber session = transcribers.transcriber("base")) {
            transcript = session.transcribe(
                    AudioSource.of(Recording.samples()),
                    TranscriptionOptions.DEFAULT,
                    RunControl.of(new CancelToken(), LONG));
        }
        sql("insert into container_test values (1)");
        transaction.commit();

        assertThat(Recording.words(transcript.text())).isEqualTo(Recording.WORDS);
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void rollsBackAndFreesTheSessionWhenTheDeadlinePasses() throws Exception {
        transaction.begin();
        sql("insert into container_test values (1)");
        try (Transcriber session = transcribers.transcriber("base")) {
            assertThatExceptionOfType(InferenceCancelled.class)
                    .isThrownBy(() -> session.transcribe(
                            Recording.endless(() -> {}),
                            TranscriptionOptions.DEFAULT,
                            RunControl.of(new CancelToken(), Duration.ofMillis(700))))
                    .matches(e -> e.reason() == CancelToken.Reason.DEADLINE);
        } finally {
            transaction.rollback();
        }
        assertThat(rows()).isZero();
        assertThatAFreshSessionWorks();
    }

    @Test
    void comesOutCleanWhenTheTransactionTimesOutDuringARun() throws Exception {
        CancelToken token = new CancelToken();
        transaction.setTransactionTimeout(1);
        transaction.begin();
        try (Transcriber session = transcribers.transcriber("base")) {
            sql("insert into container_test values (1)");
            assertThatExceptionOfType(InferenceCancelled.class)
                    .isThrownBy(() -> session.transcribe(
                            Recording.endless(() -> cancelOnceMarkedForRollback(token)),
                            TranscriptionOptions.DEFAULT,
                            RunControl.of(token, LONG)));
        } finally {
            transaction.setTransactionTimeout(0);
            assertThatExceptionOfType(RollbackException.class).isThrownBy(transaction::commit);
        }
        assertThat(rows()).isZero();
        assertThatAFreshSessionWorks();
    }

    @Test
    void rollbackEndsARunThatAnotherThreadHasUnderWay() throws Exception {
        CountDownLatch reading = new CountDownLatch(1);
        ExecutorService background = Executors.newSingleThreadExecutor();
        transaction.begin();
        try (Transcriber session = transcribers.transcriber("base")) {
            Future<Transcript> run = background.submit(() -> session.transcribe(
                    Recording.endless(reading::countDown),
                    TranscriptionOptions.DEFAULT,
                    RunControl.of(new CancelToken(), LONG)));
            reading.await();
            transaction.rollback();

            assertThat(transcribers.status().runningSessions()).isZero();
            assertThatExceptionOfType(ExecutionException.class)
                    .isThrownBy(run::get)
                    .withCauseInstanceOf(InferenceCancelled.class);
        } finally {
            background.shutdown();
        }
        assertThatAFreshSessionWorks();
    }

    @Test
    void takesASessionAwayWhoseEngineFailed() {
        try (Transcriber session = transcribers.transcriber("base")) {
            assertThatExceptionOfType(InferenceFailed.class)
                    .isThrownBy(() -> session.transcribe(
                            failing(), TranscriptionOptions.DEFAULT, RunControl.of(new CancelToken(), LONG)));
            assertThatIllegalStateException().isThrownBy(session::model);
        }
        assertThatAFreshSessionWorks();
    }

    /** Each deployment of the application in this server has loaded the library: all but this one's must be gone. */
    @Test
    @EnabledOnOs(OS.LINUX) // which tells what is in memory
    void earlierDeploymentsLeftNothingNativeBehind() throws IOException {
        for (int i = 0; i < COLLECTIONS && nativeLibraries().size() > 1; i++) {
            System.gc();
        }

        assertThat(nativeLibraries()).hasSize(1);
    }

    @Test
    void endsARunThatIsCancelledFromAnotherThread() throws Exception {
        CancelToken token = new CancelToken();
        CountDownLatch reading =
                new CountDownLatch(2); // The recording's second time: the first pieces are being decoded.
        ExecutorService background = Executors.newSingleThreadExecutor();
        try {
            Future<?> run = background.submit(() -> {
                try (Transcriber session = transcribers.transcriber("base")) {
                    session.transcribe(
                            Recording.endless(reading::countDown),
                            TranscriptionOptions.DEFAULT,
                            RunControl.of(token, LONG));
                }
            });
            reading.await();
            token.cancel(CancelToken.Reason.DISCONNECTED);
            assertThatExceptionOfType(ExecutionException.class)
                    .isThrownBy(run::get)
                    .withCauseInstanceOf(InferenceCancelled.class);
        } finally {
            background.shutdown();
        }
        assertThatAFreshSessionWorks();
    }

    @Test
    void tellsCallersBeyondThePoolThatTheModelIsBusy() {
        try (Transcriber first = transcribers.transcriber("base");
                Transcriber second = transcribers.transcriber("base")) {
            assertThatExceptionOfType(ModelBusy.class)
                    .isThrownBy(() -> transcribers.transcriber("base"))
                    .matches(e -> !e.retryAfter().isZero());
            assertThat(first.model()).isEqualTo(second.model());
        }
        assertThatAFreshSessionWorks();
    }

    @Test
    void givesEachRequestASessionOfItsOwnModelThoughIdleSessionsOfAnotherFillThePool() {
        transcribers.transcriber("base").close();
        try (Transcriber first = transcribers.transcriber("base");
                Transcriber second = transcribers.transcriber("base")) {
            assertThat(second.model()).isEqualTo(first.model());
        }
        try (Transcriber other = transcribers.transcriber("tiny.en")) {
            assertThat(other.model()).isEqualTo("tiny.en");
        }
    }

    @Test
    void aModelIsInUseWhileASessionIsLentAndIdleOnceThePoolHasItBack() {
        try (Transcriber session = transcribers.transcriber("tiny.en")) {
            assertThat(idleSince(session.model())).isEmpty();
        }
        assertThat(idleSince("tiny.en")).isPresent();
    }

    private Optional<Instant> idleSince(String model) {
        return transcribers
                .status()
                .models()
                .getOrDefault(model, ModelState.UNLOADED)
                .idleSince();
    }

    @Test
    void refusesAHandleThatWasClosed() {
        Transcriber closed = transcribers.transcriber("base");
        closed.close();
        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(closed::model);
    }

    @Test
    void namesTheCommandThatInstallsAMissingModel() {
        assertThatExceptionOfType(ModelNotInstalled.class)
                .isThrownBy(() -> transcribers.transcriber("large-v3"))
                .withMessageContaining("./stt models install large-v3");
    }

    private void cancelOnceMarkedForRollback(CancelToken token) {
        try {
            if (transaction.getStatus() == Status.STATUS_MARKED_ROLLBACK) {
                token.cancel(CancelToken.Reason.REQUESTED);
            }
        } catch (SystemException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Fails as the engine would in the middle of a run. */
    private static AudioSource failing() {
        return new AudioSource() {
            @Override
            public int read(float[] buffer, int offset, int length) {
                throw new InferenceFailed("the engine failed", new IllegalStateException("on purpose"));
            }

            @Override
            public void close() {}
        };
    }

    private static Set<String> nativeLibraries() throws IOException {
        try (Stream<String> maps = Files.lines(Path.of("/proc/self/maps"))) {
            return maps.filter(line -> line.contains("libonnxruntime.so"))
                    .map(line -> line.substring(line.indexOf('/')))
                    .collect(Collectors.toSet());
        }
    }

    private void assertThatAFreshSessionWorks() {
        try (Transcriber session = transcribers.transcriber("base")) {
            Transcript transcript = session.transcribe(
                    AudioSource.of(Recording.samples()),
                    TranscriptionOptions.DEFAULT,
                    RunControl.of(new CancelToken(), LONG));
            assertThat(Recording.words(transcript.text())).isEqualTo(Recording.WORDS);
        }
    }

    private void sql(String statement) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement run = connection.createStatement()) {
            run.execute(statement);
        }
    }

    private int rows() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement run = connection.createStatement();
                ResultSet count = run.executeQuery("select count(*) from container_test")) {
            count.next();
            return count.getInt(1);
        }
    }
}
