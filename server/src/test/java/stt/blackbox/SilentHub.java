package stt.blackbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** A hub of models that has none, and says so only when it is told to. Ends with the tests' virtual machine. */
final class SilentHub {

    private final HttpServer server;
    private final BlockingQueue<HttpExchange> waiting = new LinkedBlockingQueue<>();

    private SilentHub(HttpServer server) {
        this.server = server;
        server.createContext("/", waiting::add);
        server.start();
    }

    static SilentHub start() {
        try {
            return new SilentHub(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Waits for a question, and answers that there is no such thing. */
    void refuseNext() throws IOException, InterruptedException {
        HttpExchange exchange = waiting.take();
        exchange.sendResponseHeaders(404, -1);
        exchange.close();
    }
}
