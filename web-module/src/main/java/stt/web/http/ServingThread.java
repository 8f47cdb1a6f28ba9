package stt.web.http;

/**
 * Names the current thread after the request that it serves: each line that is logged meanwhile, by whatever library, then
 * carries the request's id. The name's form, {@code "... request ID"}, is what the server's log formats look for.
 */
public final class ServingThread implements AutoCloseable {

    private final Thread thread = Thread.currentThread();
    private final String name = thread.getName();

    /** Until this is closed, in the same thread. */
    public ServingThread(String requestId) {
        thread.setName(name + " request " + requestId);
    }

    @Override
    public void close() {
        thread.setName(name);
    }
}
