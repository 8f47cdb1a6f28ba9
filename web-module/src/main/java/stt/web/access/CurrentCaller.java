package stt.web.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import stt.accounts.Caller;
import stt.accounts.InvalidApiKey;

/** Who sent a request, once the filter has found out. */
public final class CurrentCaller {

    private static final String ATTRIBUTE = CurrentCaller.class.getName();

    private CurrentCaller() {}

    /** The caller of {@code request}. */
    public static Caller of(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof Caller caller) {
            return caller;
        }
        // The container goes on without a filter that could not start: nobody may get in because of that.
        throw new IllegalStateException("the filter that finds out who calls has not run");
    }

    /**
     * The account that {@code request} comes from.
     *
     * @throws InvalidApiKey when it comes from none
     */
    public static UUID account(HttpServletRequest request) {
        return of(request).account().orElseThrow(InvalidApiKey::new);
    }

    static void set(HttpServletRequest request, Caller caller) {
        request.setAttribute(ATTRIBUTE, caller);
    }
}
