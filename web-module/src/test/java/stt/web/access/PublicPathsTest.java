package stt.web.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicPathsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/models", "/v1/models/", "/v1/languages", "/v1/transcribe", "/v1/stream", "/api/v1/signup/",
                "/health", "/health/ready", "/openapi", "/", "/docs", "/nothing"
            })
    void theContractsPublicPathsNeedNoKey(String path) {
        assertThat(PublicPaths.include("GET", path)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/session/",
                "/api/v1/verify-email",
                "/api/v1/password-reset/",
                "/api/v1/password-reset/confirm/"
            })
    void signingInNeedsNoKeyButWhatItLedToDoes(String path) {
        assertThat(PublicPaths.include("POST", path)).isTrue();
        assertThat(PublicPaths.include("GET", path)).isFalse();
        assertThat(PublicPaths.include("DELETE", path)).isFalse();
        assertThat(PublicPaths.include("OPTIONS", path)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1",
                "/v1/",
                "/v1/summarize",
                "/v1/nothing",
                "/v1/models/x",
                "/v1//models",
                "/api",
                "/api/v1/account/",
                "/api/v1/signup/x",
                "/api/v2"
            })
    void everythingElseOfTheApiDoes(String path) {
        assertThat(PublicPaths.include("GET", path)).isFalse();
    }
}
