package stt.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PublicAddressTest {

    private final PublicAddress secure = new PublicAddress("https://stt.example.org");
    private final PublicAddress plain = new PublicAddress("http://localhost:8080");

    @Test
    void itsOwnPagesAreKnownByTheConfiguredAddress() {
        assertThat(secure.isOwn("https://stt.example.org", "backend:8080")).isTrue();
        assertThat(secure.isOwn("https://STT.example.org", "backend:8080")).isTrue();
        assertThat(secure.isOwn("https://stt.example.org:8443", "backend:8080")).isFalse();
        assertThat(secure.isOwn("http://stt.example.org", "backend:8080")).isFalse();
    }

    @Test
    void itsOwnPagesAreKnownByWhatTheClientAskedFor() {
        assertThat(plain.isOwn("http://192.168.1.5:8080", "192.168.1.5:8080")).isTrue();
        assertThat(plain.isOwn("http://192.168.1.5:8081", "192.168.1.5:8080")).isFalse();
        assertThat(secure.isOwn("http://stt.example.org", "stt.example.org"))
                .as("without TLS anybody on the way could have written the page")
                .isFalse();
    }

    @Test
    void pagesWithoutAnOriginAreNotItsOwn() {
        assertThat(plain.isOwn("null", "localhost:8080")).isFalse();
        assertThat(plain.isOwn("", "localhost:8080")).isFalse();
        assertThat(plain.isOwn("http://localhost:8080.evil.example", "localhost:8080"))
                .isFalse();
    }

    @Test
    void theSchemeTellsWhetherThereIsTls() {
        assertThat(secure.isSecure()).isTrue();
        assertThat(plain.isSecure()).isFalse();
        assertThat(new PublicAddress("").isSecure()).isFalse();
    }
}
