package stt.ear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import stt.inference.SpeechRecognition;
import stt.inference.SpeechRun;
import stt.inference.api.AudioSource;
import stt.inference.api.CancelToken;
import stt.inference.api.InferenceFailed;
import stt.inference.api.RunControl;
import stt.inference.api.TranscriptionOptions;

/** MicroProfile Fault Tolerance is active for EJBs of the EAR; without an annotated bean in the web module it is silently off. */
@Tag("models")
@ExtendWith(ArquillianExtension.class)
class FaultToleranceIT {

    private static final int MORE_THAN_THE_BREAKER_BEARS = 16;

    @Inject
    private SpeechRecognition recognition;

    @Resource
    private UserTransaction transaction;

    @Deployment
    static Archive<?> ear() {
        return RealEar.with(FaultToleranceIT.class, Recording.class);
    }

    @Test
    void leavesAnEngineAloneThatFailsAgainAndAgain() {
        List<Class<?>> outcomes = new ArrayList<>();
        for (int i = 0; i < MORE_THAN_THE_BREAKER_BEARS; i++) {
            outcomes.add(catchThrowable(this::failingRun).getClass());
        }
        assertThat(outcomes).startsWith(InferenceFailed.class).contains(CircuitBreakerOpenException.class);
    }

    private void failingRun() throws Exception {
        transaction.begin();
        try {
            recognition.transcribe(new SpeechRun(
                    "base",
                    new FailingSource(),
                    TranscriptionOptions.DEFAULT,
                    RunControl.of(new CancelToken(), Duration.ofMinutes(1))));
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
}
