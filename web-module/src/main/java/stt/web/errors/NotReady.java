package stt.web.errors;

/** Inference cannot run now. */
public final class NotReady extends RuntimeException {

    public NotReady() {
        super("Inference cannot run now.");
    }
}
