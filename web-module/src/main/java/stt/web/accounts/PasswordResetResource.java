package stt.web.accounts;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import stt.accounts.ChangePassword;
import stt.web.access.ClientAddress;
import stt.web.errors.ErrorJson;
import stt.web.json.Fields;

/** {@code /api/v1/password-reset/}: a new password for somebody who has forgotten it. */
@Path("api/v1/password-reset")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Signing up and in")
public class PasswordResetResource {

    @EJB
    private ChangePassword password;

    @Inject
    private ClientAddress addresses;

    /** Mails a link, if there is such an account. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "askForPassword",
            summary = "Ask for a new password",
            description =
                    "No key is needed. A link is mailed to the address if it has an account; the answer is the same if"
                            + " it has none.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = EmailForm.class)))
    @APIResponse(responseCode = "202", description = "A mail is on its way, if the address has an account.")
    @APIResponse(
            responseCode = "429",
            description = "Asked too often; Retry-After says when to come back.",
            content = @Content(schema = @Schema(implementation = ErrorJson.class)))
    @APIResponse(
            responseCode = "501",
            description = "This server sends no mail: ask its administrator.",
            content = @Content(schema = @Schema(implementation = ErrorJson.class)))
    public Response ask(@Context HttpServletRequest request) {
        password.ask(Fields.of(request).text("email"), addresses.of(request));
        return Response.accepted().build();
    }

    /** Sets the password. */
    @POST
    @Path("confirm")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "resetPassword",
            summary = "Choose a new password by a mailed link",
            description = "No key is needed: the token of the mailed link is the proof. It works once, for an hour. All"
                    + " browsers are signed out.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = NewPasswordForm.class)))
    @APIResponse(responseCode = "204", description = "The password is changed.")
    public void confirm(@Context HttpServletRequest request) {
        Fields fields = Fields.of(request);
        password.byLink(fields.text("token"), fields.text("password"));
    }
}
