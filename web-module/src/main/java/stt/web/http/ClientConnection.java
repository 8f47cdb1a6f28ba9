package stt.web.http;

import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestWrapper;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.glassfish.grizzly.CloseListener;
import org.glassfish.grizzly.CloseType;
import org.glassfish.grizzly.Closeable;
import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.http.server.Request;

/**
 * What a request came on: a TCP connection, or a stream within an HTTP/2 connection. Below Payara's Servlet classes, which are
 * in no repository, lies Grizzly's request: two calls by reflection lead to it. In another container there is none, and
 * nothing is watched.
 */
public final class ClientConnection {

    /** Ends the watching. */
    public interface Watch extends AutoCloseable {
        @Override
        void close();
    }

    private static final System.Logger LOG = System.getLogger(ClientConnection.class.getName());
    private static final String ATTRIBUTE = ClientConnection.class.getName();

    private final Closeable stream;
    private final Connection<?> connection;

    private ClientConnection(Request request) {
        this.connection = request.getContext().getConnection();
        this.stream = request.getRequest().getProcessingState().getHttpContext().getCloseable();
    }

    /** The connection of {@code request}, if it can be found. */
    public static Optional<ClientConnection> of(HttpServletRequest request) {
        return Optional.ofNullable(request.getAttribute(ATTRIBUTE)).map(ClientConnection.class::cast);
    }

    /**
     * Has {@code action} run once, in some thread, when the client goes away; at once if it has gone already. Works while
     * the request is asynchronous.
     */
    public Watch onGone(Runnable action) {
        CloseListener<Closeable, CloseType> listener = (closed, how) -> action.run();
        stream.addCloseListener(listener);
        return () -> stream.removeCloseListener(listener);
    }

    /** Keeps the connection of {@code request}, the container's own object, for the code behind its wrappers. */
    static void remember(HttpServletRequest request) {
        ServletRequest inner = request;
        while (inner instanceof ServletRequestWrapper wrapper) {
            inner = wrapper.getRequest();
        }
        try {
            Object catalina =
                    inner.getClass().getMethod("getUnwrappedCoyoteRequest").invoke(inner);
            Object grizzly = catalina.getClass().getMethod("getCoyoteRequest").invoke(catalina);
            request.setAttribute(ATTRIBUTE, new ClientConnection((Request) grizzly));
        } catch (ReflectiveOperationException | LinkageError | ClassCastException e) {
            LOG.log(Level.DEBUG, "Clients that go away are not noticed: " + inner.getClass() + " is not Payara's", e);
        }
    }

    /** Lets no read of the body take longer than {@code longest}, from now on. */
    static void limitReads(HttpServletRequest request, Duration longest) {
        of(request)
                .ifPresent(client ->
                        client.connection.setReadTimeout(Math.max(1, longest.toMillis()), TimeUnit.MILLISECONDS));
    }
}
