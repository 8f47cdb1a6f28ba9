package stt.web.accounts;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import stt.accounts.Session;
import stt.accounts.Sessions;
import stt.accounts.SignIn;
import stt.web.access.ClientAddress;
import stt.web.access.CurrentSession;
import stt.web.access.SameSite;
import stt.web.access.SessionCookie;
import stt.web.errors.ErrorJson;
import stt.web.json.Fields;
import stt.web.openapi.DocumentFilter;

/** {@code /api/v1/session/}: signing a browser in and out. */
@Path("api/v1/session")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Signing up and in")
public class SessionResource {

    private static final URI HERE = URI.create("/api/v1/session/");

    @EJB
    private SignIn signIn;

    @EJB
    private Sessions sessions;

    @Inject
    private SessionCookie cookie;

    @Inject
    private SameSite sameSite;

    @Inject
    private ClientAddress addresses;

    /** Signs in. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "signIn",
            summary = "Sign a browser in",
            description =
                    "No key is needed. The answer sets a cookie that works wherever a key does, for pages of this server:"
                            + " a request with the cookie that changes something must come from one of them, as Sec-Fetch-Site or Origin"
                            + " says, or carry X-CSRF-Token; otherwise it is 403.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = SignInForm.class)))
    @APIResponseSchema(
            value = SessionJson.class,
            responseCode = "201",
            responseDescription = "The browser is signed in.")
    @APIResponse(
            responseCode = "401",
            description = "Address or password are wrong; which of them is never told.",
            content = @Content(schema = @Schema(implementation = ErrorJson.class)))
    @APIResponse(
            responseCode = "403",
            description = "Another site's page asks.",
            content = @Content(schema = @Schema(implementation = ErrorJson.class)))
    @APIResponse(
            responseCode = "429",
            description = "Tried too often; Retry-After says when to come back.",
            content = @Content(schema = @Schema(implementation = ErrorJson.class)))
    public Response post(@Context HttpServletRequest request, @Context HttpServletResponse response) {
        sameSite.refuseOthers(request);
        Fields fields = Fields.of(request);
        Session session = signIn.start(fields.text("email"), fields.text("password"), addresses.of(request));
        cookie.set(response, session.cookie());
        return Response.created(HERE).entity(SessionJson.of(session)).build();
    }

    /** The session of the browser that asks. */
    @GET
    @Operation(
            operationId = "session",
            summary = "The browser's session",
            description = "With a key, which is no session, there is none: 404.")
    @SecurityRequirement(name = DocumentFilter.KEY)
    @APIResponseSchema(value = SessionJson.class, responseCode = "200", responseDescription = "The session.")
    @APIResponse(
            responseCode = "404",
            description = "The request has a key.",
            content = @Content(schema = @Schema(implementation = ErrorJson.class)))
    public SessionJson get(@Context HttpServletRequest request) {
        return SessionJson.of(session(request));
    }

    /** Signs out. */
    @DELETE
    @Operation(
            operationId = "signOut",
            summary = "Sign the browser out",
            description = "With a key, which is no session, there is none: 404.")
    @SecurityRequirement(name = DocumentFilter.KEY)
    @APIResponse(responseCode = "204", description = "The session has ended, on every node.")
    @APIResponse(
            responseCode = "404",
            description = "The request has a key.",
            content = @Content(schema = @Schema(implementation = ErrorJson.class)))
    public void delete(@Context HttpServletRequest request, @Context HttpServletResponse response) {
        sessions.close(session(request).cookie());
        cookie.clear(response);
    }

    private static Session session(HttpServletRequest request) {
        return CurrentSession.of(request).orElseThrow(NotFoundException::new);
    }
}
