package stt.web.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import stt.networks.Network;

class ClientAddressTest {

    private static final List<Network> PROXIES = List.of(Network.of("10.0.0.0/8"), Network.of("::1"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "203.0.113.7 | 198.51.100.1               | 203.0.113.7",
                "10.1.2.3    | 198.51.100.1               | 198.51.100.1",
                "10.1.2.3    | 6.6.6.6, 198.51.100.1      | 198.51.100.1",
                "10.1.2.3    | 198.51.100.1, 10.9.9.9     | 198.51.100.1",
                "10.1.2.3    | 198.51.100.1:4711          | 198.51.100.1",
                "10.1.2.3    | [2001:db8::1]:4711         | 2001:db8::1",
                "::1         | 2001:db8::1                | 2001:db8::1",
                "10.1.2.3    | unknown                    | 10.1.2.3",
                "10.1.2.3    | evil.example.org           | 10.1.2.3",
                "10.1.2.3    | 198.51.100.1, unknown      | 10.1.2.3",
                "10.1.2.3    | 999.1.1.1                  | 10.1.2.3",
                "10.1.2.3    | ''                         | 10.1.2.3",
            })
    void isTheLastThatNoTrustedProxyHas(String peer, String header, String client) {
        assertThat(ClientAddress.of(peer, List.of(header), "X-Forwarded-For", PROXIES))
                .isEqualTo(client);
    }

    @Test
    void isThePeerWithoutAHeader() {
        assertThat(ClientAddress.of("10.1.2.3", List.of(), "X-Forwarded-For", PROXIES))
                .isEqualTo("10.1.2.3");
    }

    @Test
    void isFoundInTheStandardsHeaderToo() {
        List<String> values = List.of("for=6.6.6.6;proto=https, For=\"[2001:db8::1]:47\";by=10.0.0.1", "for=10.3.3.3");

        assertThat(ClientAddress.of("10.1.2.3", values, "Forwarded", PROXIES)).isEqualTo("2001:db8::1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.0/33", "example.org", "10.0.0/8", "::1/-1", ""})
    void refusesWhatIsNoNetwork(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Network.of(text));
    }
}
