package stt.web.access;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import stt.accounts.SecretToken;
import stt.web.http.PublicAddress;

/** The cookie by which a browser is signed in. Scripts cannot read it, and it ends with the browser. Thread-safe. */
@Dependent
public class SessionCookie {

    /** Its name where there is no TLS. */
    static final String NAME = "stt-session";

    /** With this before its name a browser takes it only by TLS, from this host itself (RFC 6265bis, section 4.1.3.2). */
    static final String OF_THIS_HOST = "__Host-";

    private final PublicAddress address;

    @Inject
    SessionCookie(PublicAddress address) {
        this.address = address;
    }

    /** What {@code request} shows; empty when it shows none, or several: a neighbour of this host may have added one. */
    public Optional<String> of(HttpServletRequest request) {
        List<String> shown = Optional.ofNullable(request.getCookies()).stream()
                .flatMap(Stream::of)
                .filter(cookie -> cookie.getName().equals(name()))
                .map(Cookie::getValue)
                .toList();
        return shown.size() == 1 ? Optional.of(shown.get(0)) : Optional.empty();
    }

    /** Signs the browser in. */
    public void set(HttpServletResponse response, SecretToken token) {
        response.addCookie(cookie(token.text()));
    }

    /** Has the browser forget it. */
    public void clear(HttpServletResponse response) {
        Cookie nothing = cookie("");
        nothing.setMaxAge(0);
        response.addCookie(nothing);
    }

    /** Lax: who follows a link from elsewhere is signed in, but another site's page sends no form with it. */
    Cookie cookie(String value) {
        Cookie cookie = new Cookie(name(), value);
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setSecure(address.isSecure());
        cookie.setAttribute("SameSite", "Lax");
        return cookie;
    }

    private String name() {
        return address.isSecure() ? OF_THIS_HOST + NAME : NAME;
    }
}
