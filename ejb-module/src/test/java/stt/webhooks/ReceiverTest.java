package stt.webhooks;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReceiverTest {

    private static final List<String> HTTPS = List.of("https");

    private final AddressRules rules = new AddressRules(List.of());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no url",
                "/relative",
                "ftp://example.org/",
                "http://example.org/",
                "https:///path",
                "https://u:p@example.org/",
                "https://example.org/#f",
                "https://127.0.0.1/",
                "https://[::1]/",
                "https://169.254.169.254/latest",
                "https://[::ffff:10.0.0.1]/",
                "javascript:alert(1)"
            })
    void isRefused(String url) {
        assertThatThrownBy(() -> Receiver.check(url, HTTPS, rules)).isInstanceOf(InvalidReceiver.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://example.org/hook?x=1", "https://example.org:8443/", "https://8.8.8.8/"})
    void isTaken(String url) {
        assertThatCode(() -> Receiver.check(url, HTTPS, rules)).doesNotThrowAnyException();
    }

    @Test
    void maySpeakHttpWhereThatIsAllowed() {
        assertThatCode(() -> Receiver.check("http://example.org/", List.of("https", "http"), rules))
                .doesNotThrowAnyException();
    }
}
