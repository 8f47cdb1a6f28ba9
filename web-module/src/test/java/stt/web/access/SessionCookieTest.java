package stt.web.access;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.Test;
import stt.web.http.PublicAddress;

class SessionCookieTest {

    @Test
    void byTlsItGoesThroughTlsAloneAndToThisHostAlone() {
        Cookie cookie = new SessionCookie(new PublicAddress("https://stt.example.org")).cookie("secret");

        assertThat(cookie.getName()).isEqualTo("__Host-stt-session");
        assertThat(cookie.getSecure()).isTrue();
        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(cookie.getPath()).isEqualTo("/");
        assertThat(cookie.getDomain()).isNull();
        assertThat(cookie.getAttribute("SameSite")).isEqualTo("Lax");
        assertThat(cookie.getMaxAge()).isEqualTo(-1);
    }

    @Test
    void withoutTlsABrowserWouldRefuseThatName() {
        Cookie cookie = new SessionCookie(new PublicAddress("http://localhost:8080")).cookie("secret");

        assertThat(cookie.getName()).isEqualTo("stt-session");
        assertThat(cookie.getSecure()).isFalse();
        assertThat(cookie.isHttpOnly()).isTrue();
    }
}
