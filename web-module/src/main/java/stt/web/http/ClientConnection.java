package stt.web.http;

import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestWrapper;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.glassfish.grizzly.CloseListener;
import org.glassfish.grizzly.CloseType;
import org.glassfish.grizzly.Closeable;
import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.http.server.Request;
import org.glassfish.grizzly.nio.NIOConnection;

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
    private final boolean secure;

    private ClientConnection(Request request) {
        this.connection = request.getContext().getConnection();
        this.stream = request.getRequest().getProcessingState().getHttpContext().getCloseable();
        this.secure = request.isSecure();
    }

    /** The connection of {@code request}, if it can be found. */
    public static Optional<ClientConnection> of(HttpServletRequest request) {
        return Optional.ofNullable(request.getAttribute(ATTRIBUTE)).map(ClientConnection.class::cast);
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

    /** Has {@code action} run when the connection is closed here, or when an HTTP/2 client resets the stream. */
    Watch onClosed(Runnable action) {
        CloseListener<Closeable, CloseType> listener = (closed, how) -> action.run();
        stream.addCloseListener(listener);
        return () -> stream.removeCloseListener(listener);
    }

    /** The socket, when this request has it for itself. Over HTTP/2 it has not, and Grizzly goes on reading. */
    Optional<SocketChannel> channel() {
        return stream == connection
                        && connection instanceof NIOConnection nio
                        && nio.getChannel() instanceof SocketChannel socket
                ? Optional.of(socket)
                : Optional.empty();
    }

    /**
     * Whether the client has closed the socket, which is readable now. What is there to read in plain HTTP is the next
     * request of a client that does not wait for answers; over TLS it is the notice of closing, since nobody sends
     * requests ahead there.
     */
    boolean isAtEnd() {
        try {
            return secure
                    || channel().isEmpty()
                    || channel().get().socket().getInputStream().available() == 0;
        } catch (IOException closed) {
            return true;
        }
    }
}
