package stt.engine.onnx;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession.RunOptions;
import stt.inference.api.CancelToken;

/**
 * Ties native calls to a token: cancelling it ends the call that is running and refuses the next ones. One for each run of
 * a session; {@code close} from the thread that runs.
 */
public final class CancellableRun implements AutoCloseable {

    private final CancelToken token;
    private final RunOptions options;
    private final CancelToken.Registration registration;
    private boolean closed;

    /** Starts listening to {@code token}; one that is already cancelled ends the first call. */
    public CancellableRun(CancelToken token) throws OrtException {
        this.token = token;
        this.options = new RunOptions();
        this.registration = token.onCancel(this::terminate);
    }

    /** What to run native calls with. */
    public RunOptions options() {
        return options;
    }

    /** @throws stt.inference.api.InferenceCancelled when the token is cancelled */
    public void check() {
        token.check();
    }

    /** A token's action may still be on its way when the run is over: it must not touch freed options. */
    private synchronized void terminate() {
        if (closed) {
            return;
        }
        try {
            options.setTerminate(true);
        } catch (OrtException e) {
            throw new IllegalStateException("ONNX Runtime refused to end a run", e);
        }
    }

    @Override
    public void close() {
        registration.close();
        synchronized (this) {
            closed = true;
            options.close();
        }
    }
}
