package stt.web.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import stt.accounts.Session;

/** The browser's session that a request was sent with, once the filter has found out. */
public final class CurrentSession {

    private static final String ATTRIBUTE = CurrentSession.class.getName();

    private CurrentSession() {}

    /** The session of {@code request}; empty when it has a key, or nothing. */
    public static Optional<Session> of(HttpServletRequest request) {
        return Optional.ofNullable(request.getAttribute(ATTRIBUTE)).map(Session.class::cast);
    }

    static void set(HttpServletRequest request, Session session) {
        request.setAttribute(ATTRIBUTE, session);
    }
}
