package stt.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher's side of the local channel, against a server that answers as the platform's does. */
class LocalAdminTest {

    @TempDir
    Path data;

    private final List<String> requests = new ArrayList<>();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1);
        server.start();
        LocalAdmin.newToken(data);
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void keepsTheTokenForThisUser() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(LocalAdmin.tokenFile(data))))
                .isEqualTo("rw-------");
    }

    @Test
    void makesAnotherTokenAtEveryStart() throws IOException {
        String token = Files.readString(LocalAdmin.tokenFile(data));

        LocalAdmin.newToken(data);

        assertThat(Files.readString(LocalAdmin.tokenFile(data)))
                .isNotEqualTo(token)
                .hasSize(43);
    }

    @Test
    void showsTheToken() throws IOException {
        answer(201, "{\"api_key\": \"stt_1\"}");

        assertThat(channel().newKey().field("api_key")).isEqualTo("stt_1");
        assertThat(requests).containsExactly("POST /local/keys Bearer " + Files.readString(LocalAdmin.tokenFile(data)));
    }

    @Test
    void readsTheFirstAdministrator() throws IOException {
        answer(201, "{\"login\":\"admin@localhost\",\"password\":\"p-1\",\"api_key\":\"stt_1\"}");

        assertThat(channel().firstAdministrator()).hasValueSatisfying(first -> {
            assertThat(first.field("login")).isEqualTo("admin@localhost");
            assertThat(first.field("password")).isEqualTo("p-1");
        });
    }

    @Test
    void findsNoFirstAdministratorWhereThereIsOne() throws IOException {
        answer(409, "{\"error\":\"There is an administrator.\"}");

        assertThat(channel().firstAdministrator()).isEmpty();
    }

    @Test
    void repeatsWhyTheServerRefuses() {
        answer(404, "{\"error\":\"There is nothing here.\"}");

        assertThatThrownBy(() -> channel().newPassword())
                .isInstanceOf(Refused.class)
                .hasMessage("The server refused (HTTP 404): There is nothing here.");
    }

    private void answer(int status, String json) {
        server.createContext("/local/", exchange -> {
            requests.add("%s %s %s"
                    .formatted(
                            exchange.getRequestMethod(),
                            exchange.getRequestURI(),
                            exchange.getRequestHeaders().getFirst("Authorization")));
            byte[] body = json.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
    }

    private LocalAdmin channel() {
        return new LocalAdmin(
                URI.create("http://localhost:" + server.getAddress().getPort()), data);
    }
}
