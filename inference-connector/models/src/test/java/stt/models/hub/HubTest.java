package stt.models.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HubTest {

    @Test
    void isThePublicOneUnlessTheEnvironmentNamesAnother() {
        assertThat(Hub.of(Map.of()).base()).isEqualTo(Hub.PUBLIC);
        assertThat(Hub.of(Map.of("STT_MODELS_HUB", "https://models.example/hub/"))
                        .base())
                .isEqualTo(URI.create("https://models.example/hub"));
    }

    @Test
    void takesThePublicHubsTokenToThePublicHubOnly() {
        assertThat(Hub.of(Map.of("HF_TOKEN", "public")).token()).contains("public");
        assertThat(Hub.of(Map.of("HF_TOKEN", "public", "STT_MODELS_HUB_TOKEN", "own"))
                        .token())
                .contains("own");
        Map<String, String> mirror = Map.of("HF_TOKEN", "public", "STT_MODELS_HUB", "https://models.example");
        assertThat(Hub.of(mirror).token()).isEmpty();
    }

    @Test
    void servesOnlyItsOwnAddresses() {
        Hub hub = new Hub(URI.create("https://models.example"), Optional.of("secret"));
        assertThat(hub.serves(URI.create("https://models.example:443/x"))).isTrue();
        assertThat(hub.serves(URI.create("https://MODELS.example/x"))).isTrue();
        for (String other : new String[] {
            "http://models.example/x",
            "https://models.example:8443/x",
            "https://models.example.evil/x",
            "https://cdn.models.example/x",
            "https://models.example@evil/x"
        }) {
            assertThat(hub.serves(URI.create(other))).as(other).isFalse();
        }
    }

    @Test
    void doesNotShowItsToken() {
        assertThat(new Hub(Hub.PUBLIC, Optional.of("secret"))).hasToString("https://huggingface.co");
    }

    @Test
    void sendsNoTokenInTheClear() {
        assertThatThrownBy(() -> new Hub(URI.create("http://models.example"), Optional.of("secret")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not sent over plain http")
                .hasMessageNotContaining("secret");
        assertThat(new Hub(URI.create("http://localhost:8081"), Optional.of("secret")).token())
                .isPresent();
    }

    @Test
    void refusesAddressesThatAreNone() {
        for (String address :
                new String[] {"models.example", "ftp://models.example", "https://user:word@models.example"}) {
            assertThatThrownBy(() -> Hub.of(Map.of("STT_MODELS_HUB", address)))
                    .as(address)
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
