package stt.engine.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnxruntime.OrtException;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import stt.inference.api.CancelToken;
import stt.inference.api.CancelToken.Reason;
import stt.inference.api.InferenceCancelled;

class CancellableRunTest {

    private final CancelToken token = new CancelToken();

    @Test
    void refusesToGoOnOnceCancelled() throws OrtException {
        try (CancellableRun run = new CancellableRun(token)) {
            assertThatCode(run::check).doesNotThrowAnyException();
            token.cancel(Reason.DEADLINE);
            assertThatThrownBy(run::check).isInstanceOf(InferenceCancelled.class);
        }
    }

    @Test
    void aTokenMayBeCancelledBeforeTheRun() throws OrtException {
        token.cancel(Reason.REQUESTED);
        try (CancellableRun run = new CancellableRun(token)) {
            assertThatThrownBy(run::check).isInstanceOf(InferenceCancelled.class);
        }
    }

    /** An action of the token that is already on its way when the run ends must not touch freed native options. */
    @Test
    void aCancellationThatArrivesLateDoesNothing() throws OrtException, InterruptedException {
        CountDownLatch cancelling = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        token.onCancel(() -> {
            cancelling.countDown();
            awaitQuietly(ended);
        });
        CancellableRun run = new CancellableRun(token);
        Thread other = new Thread(() -> token.cancel(Reason.DISCONNECTED));
        other.start();
        cancelling.await();
        run.close();
        ended.countDown();
        other.join();

        assertThat(token.reason()).contains(Reason.DISCONNECTED);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
