package stt.web.access;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import stt.accounts.Authenticate;
import stt.accounts.Caller;
import stt.accounts.InvalidApiKey;
import stt.accounts.InvalidSession;
import stt.accounts.Session;
import stt.web.errors.CrossSiteRequest;
import stt.web.errors.ErrorAnswer;
import stt.web.errors.Problem;

/** Finds out who calls, before anything of the body is read. */
public class KeyFilter implements Filter {

    @EJB
    private Authenticate authenticate;

    @Inject
    private LocalChannel local;

    @Inject
    private SessionCookie cookie;

    @Inject
    private SameSite sameSite;

    @Override
    public void doFilter(ServletRequest any, ServletResponse anyAnswer, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest request = (HttpServletRequest) any;
        HttpServletResponse response = (HttpServletResponse) anyAnswer;
        String path = request.getServletPath()
                + Optional.ofNullable(request.getPathInfo()).orElse("");
        Optional<Problem> refusal = refusal(request, path);
        if (refusal.isPresent()) {
            ErrorAnswer.send(refusal.get(), request, response);
            return;
        }
        if (PublicPaths.isApi(path)) {
            response.setHeader("Cache-Control", "no-store"); // what an account is told is nobody else's to keep
        }
        chain.doFilter(request, response);
    }

    private Optional<Problem> refusal(HttpServletRequest request, String path) throws IOException {
        // JAX-RS drops what follows a semicolon before it looks for a resource: this filter would judge another path.
        if (request.getRequestURI().indexOf(';') >= 0) {
            return Optional.of(Problem.ofStatus(HttpServletResponse.SC_BAD_REQUEST));
        }
        if (LocalChannel.owns(path)) {
            return local.admits(request)
                    ? Optional.empty()
                    : Optional.of(Problem.ofStatus(HttpServletResponse.SC_NOT_FOUND));
        }
        try {
            CurrentCaller.set(request, caller(request, path));
            return Optional.empty();
        } catch (InvalidApiKey | InvalidSession | CrossSiteRequest e) {
            return Optional.of(Problem.of(e));
        }
    }

    private Caller caller(HttpServletRequest request, String path) {
        Optional<String> token = Bearer.of(request);
        if (token.isPresent()) {
            return authenticate.byKey(token.get());
        }
        boolean open = PublicPaths.include(request.getMethod(), path);
        Optional<String> presented = cookie.of(request);
        if (presented.isPresent()) {
            return signedIn(request, presented.get(), open);
        }
        if (open) {
            return Caller.ANONYMOUS;
        }
        throw new InvalidApiKey();
    }

    /** A cookie outlives its session: where nobody has to be signed in, that is nobody's mistake. */
    private Caller signedIn(HttpServletRequest request, String presented, boolean open) {
        try {
            Session session = authenticate.bySession(presented);
            sameSite.require(request, session);
            CurrentSession.set(request, session);
            return session.caller();
        } catch (InvalidSession ended) {
            if (open) {
                return Caller.ANONYMOUS;
            }
            throw ended;
        }
    }
}
