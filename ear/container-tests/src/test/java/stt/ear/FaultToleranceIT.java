package stt.ear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.Archive;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import stt.inference.SpeechRecognition;
import stt.inference.SpeechRun;
import stt.inference.api.AudioSource;
import stt.inference.api.CancelToken;
import stt.inference.api.InferenceFailed;
import stt.inference.api.RunControl;
import stt.inference.api.Transcript;
import stt.inference.api.TranscriptionOptions;

/** MicroProfile Fault Tolerance is active in the EAR; without an annotated bean in the web module it is silently off. */
@Tag("models")
@ExtendWith(ArquillianExtension.class)
class FaultToleranceIT {

    /** So many calls {@link SpeechRecognition}'s breaker looks back at ... */
    private static final int CALLS_LOOKED_AT = 8;

    /** ... and so many failures among them open it: three quarters. */
    private static final int FAILURES_THAT_OPEN = 6;

    /** More than fit into a few hundredths of a second, far fewer than into the breaker's ten seconds. */
    private static final int CALLS_WHILE_OPEN = 200;

    /** As many as the domain is configured for, by MicroProfile's own key; the application's default is larger. */
    private static final int PLACES_IN_THE_BULKHEAD = 2;

    @Inject
    private SpeechRecognition recognition;

    @Inject
    private PatientBean patient;

    @Resource
    private UserTransaction transaction;

    @Resource
    private ManagedExecutorService executor;

    @Deployment
    static Archive<?> ear() {
        return RealEar.with(FaultToleranceIT.class, PatientBean.class, Recording.class);
    }

    @Test
    void refusesEveryCallAfterTheLastFailureItBearsUntilItsDelayIsOver() throws Exception {
        for (int i = 0; i < CALLS_LOOKED_AT; i++) {
            run(AudioSource.of(new float[0]));
        }

        assertThat(failures(FAILURES_THAT_OPEN)).containsOnly(InferenceFailed.class);
        assertThat(failures(CALLS_WHILE_OPEN)).containsOnly(CircuitBreakerOpenException.class);

        assertThat(Recording.words(awaitClosed().text())).isEqualTo(Recording.WORDS);
        assertThat(failures(FAILURES_THAT_OPEN)).containsOnly(InferenceFailed.class);
    }

    @Test
    void refusesAtOnceWhoFindsEveryPlaceTaken() throws Exception {
        CountDownLatch reading = new CountDownLatch(PLACES_IN_THE_BULKHEAD);
        CountDownLatch goOn = new CountDownLatch(1);
        List<? extends Future<?>> runs = IntStream.range(0, PLACES_IN_THE_BULKHEAD)
                .mapToObj(i -> executor.submit(() -> run(new WaitingSource(reading, goOn))))
                .toList();
        try {
            reading.await();
            assertThatExceptionOfType(BulkheadException.class)
                    .isThrownBy(() -> run(AudioSource.of(Recording.samples())));
        } finally {
            goOn.countDown();
            for (Future<?> run : runs) {
                run.get();
            }
        }
        assertThat(Recording.words(run(AudioSource.of(Recording.samples())).text()))
                .isEqualTo(Recording.WORDS);
    }

    @Test
    void endsACallThatTakesTooLong() {
        assertThatExceptionOfType(TimeoutException.class).isThrownBy(patient::waitForEver);
    }

    /** What {@code count} runs ended with, on whichever instances of the pooled bean. */
    private List<Class<?>> failures(int count) {
        List<Class<?>> outcomes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            outcomes.add(catchThrowable(() -> run(new FailingSource())).getClass());
        }
        return outcomes;
    }

    /** The first run that is not refused. */
    private Transcript awaitClosed() throws Exception {
        @Nullable Transcript transcript = null;
        while (transcript == null) {
            try {
                transcript = run(AudioSource.of(Recording.samples()));
            } catch (CircuitBreakerOpenException stillOpen) {
                Thread.onSpinWait();
            }
        }
        return transcript;
    }

    private Transcript run(AudioSource audio) throws Exception {
        transaction.begin();
        try {
            return recognition.transcribe(new SpeechRun(
                    "base",
                    audio,
                    TranscriptionOptions.DEFAULT,
                    RunControl.of(new CancelToken(), Duration.ofMinutes(5))));
        } finally {
            transaction.rollback();
        }
    }

    /** Fails as the engine would in the middle of a run. */
    static final class FailingSource implements AudioSource {

        @Override
        public int read(float[] buffer, int offset, int length) {
            throw new InferenceFailed("the engine failed", new IllegalStateException("on purpose"));
        }

        @Override
        public void close() {}
    }

    /** Says that it is read, then waits, then is at its end. */
    record WaitingSource(CountDownLatch reading, CountDownLatch goOn) implements AudioSource {

        @Override
        public int read(float[] buffer, int offset, int length) {
            reading.countDown();
            try {
                goOn.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return -1;
        }

        @Override
        public void close() {}
    }
}
