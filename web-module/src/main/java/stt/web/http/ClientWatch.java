package stt.web.http;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Notices that a client closes its connection while it waits for an answer. Grizzly does not read a connection whose request
 * is in work, so it does not see the end. A selector of our own sees it: a socket that is readable but holds no byte has come
 * to its end. Nothing is ever read here. Thread-safe.
 */
@ApplicationScoped
public class ClientWatch {

    private static final System.Logger LOG = System.getLogger(ClientWatch.class.getName());

    private @Nullable Selector selector;

    @PostConstruct
    void start() {
        try {
            Selector opened = Selector.open();
            selector = opened;
            Thread thread = new Thread(() -> watch(opened), "stt-client-watch");
            thread.setDaemon(true);
            thread.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @PreDestroy
    void stop() {
        if (selector != null) {
            try {
                selector.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /**
     * How the client of {@code request}, whose body must have been read to its end, is watched: the result takes what is to
     * be done, once and in another thread, when the client goes away, or at once if it has gone already. That must be
     * quick.
     */
    public Function<Runnable, ClientConnection.Watch> of(HttpServletRequest request) {
        return ClientConnection.of(request)
                .<Function<Runnable, ClientConnection.Watch>>map(client -> action -> onGone(client, action))
                .orElse(action -> () -> {});
    }

    private ClientConnection.Watch onGone(ClientConnection client, Runnable action) {
        ClientConnection.Watch listener = client.onClosed(action);
        SelectionKey key = client.channel()
                .map(channel -> key(channel, new Waiting(client, action)))
                .orElse(null);
        return () -> {
            listener.close();
            rest(key);
        };
    }

    /** What is to happen when the client of a key goes away. */
    private record Waiting(ClientConnection client, Runnable action) {}

    /** A connection keeps its key from request to request: a cancelled one would stand in the way of the next. */
    private @Nullable SelectionKey key(SocketChannel channel, Waiting waiting) {
        if (selector == null) {
            return null;
        }
        try {
            SelectionKey key = channel.register(selector, SelectionKey.OP_READ, waiting);
            selector.wakeup();
            return key;
        } catch (ClosedChannelException | CancelledKeyException e) {
            waiting.action().run();
            return null;
        }
    }

    private static void rest(@Nullable SelectionKey key) {
        if (key != null && key.isValid()) {
            try {
                key.attach(null);
                key.interestOps(0);
            } catch (CancelledKeyException closedMeanwhile) {
                LOG.log(Level.TRACE, "closed while its watch ended", closedMeanwhile);
            }
        }
    }

    private static void watch(Selector selector) {
        try {
            while (selector.isOpen()) {
                selector.select(ClientWatch::readable);
            }
        } catch (ClosedSelectorException stopped) {
            LOG.log(Level.TRACE, "stopped", stopped);
        } catch (IOException e) {
            LOG.log(Level.ERROR, "Clients that go away are no longer noticed", e);
        }
    }

    private static void readable(SelectionKey key) {
        try {
            key.interestOps(0);
        } catch (CancelledKeyException closed) {
            LOG.log(Level.TRACE, "closed by the server", closed);
        }
        if (key.attachment() instanceof Waiting waiting && waiting.client().isAtEnd()) {
            waiting.action().run();
        }
    }
}
