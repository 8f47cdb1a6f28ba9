package stt.accounts;

import java.time.Instant;

/**
 * A browser that is signed in, as a request shows it.
 *
 * @param cookie a secret
 * @param caller whose session it is
 * @param began when it was signed in
 * @param ends when it ends unless it is used again
 */
public record Session(SecretToken cookie, Caller caller, Instant began, Instant ends) {

    private static final String CSRF = "csrf";

    /**
     * What the pages of this browser must send with every change, so that no other site's page can make one: other sites
     * cannot read it. It follows from the cookie, so that nothing has to be stored.
     */
    public String csrfToken() {
        return cookie.derived(CSRF).text();
    }
}
