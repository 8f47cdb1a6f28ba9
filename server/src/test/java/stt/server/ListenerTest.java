package stt.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class ListenerTest {

    @Test
    void namesLocalhostAlsoWhenItListensEverywhere() {
        assertThat(at("127.0.0.1", 80).localAddress()).hasToString("http://localhost:80");
        assertThat(at("0.0.0.0", 8080).localAddress()).hasToString("http://localhost:8080");
        assertThat(at("10.1.2.3", 8080).localAddress()).hasToString("http://10.1.2.3:8080");
    }

    @Test
    void knowsWhoReachesIt() {
        assertThat(at("127.0.0.1", 80).isLocalOnly()).isTrue();
        assertThat(at("0.0.0.0", 80).isLocalOnly()).isFalse();
    }

    @Test
    void refusesAPortInUse() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> at("127.0.0.1", taken.getLocalPort()).refuseIfTaken())
                    .isInstanceOf(Refused.class)
                    .hasMessage(
                            "Port %d is in use by another program: stop it, or set STT_PORT to a free port.",
                            taken.getLocalPort());
        }
    }

    @Test
    void refusesAnAddressOfAnotherMachine() {
        assertThatThrownBy(() -> at("192.0.2.1", 8080).refuseIfTaken())
                .isInstanceOf(Refused.class)
                .hasMessage("STT_BIND is 192.0.2.1, which is not an address of this machine.");
    }

    private static Listener at(String address, int port) {
        return Listener.of(
                new Settings(new Properties(), Map.of("STT_BIND", address, "STT_PORT", Integer.toString(port))));
    }
}
