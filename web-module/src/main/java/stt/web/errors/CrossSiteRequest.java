package stt.web.errors;

/** A browser sent its session's cookie, but nothing shows that a page of this server asked it to. */
public final class CrossSiteRequest extends RuntimeException {

    public CrossSiteRequest() {
        super("A change with a session's cookie must come from a page of this server, or carry X-CSRF-Token.");
    }
}
