package stt.web.accounts;

import jakarta.ejb.EJB;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import stt.accounts.ChangePassword;
import stt.web.access.CurrentCaller;
import stt.web.access.CurrentSession;
import stt.web.errors.ErrorJson;
import stt.web.json.Fields;
import stt.web.openapi.DocumentFilter;

/** {@code PUT /api/v1/account/password/}. */
@Path("api/v1/account/password")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Account")
@SecurityRequirement(name = DocumentFilter.KEY)
public class PasswordResource {

    @EJB
    private ChangePassword password;

    /** Changes the password. */
    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "changePassword",
            summary = "Change the password",
            description = "All other browsers are signed out; keys go on. A wrong current password is 401, too.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = PasswordForm.class)))
    @APIResponse(responseCode = "204", description = "The password is changed.")
    @APIResponse(
            responseCode = "429",
            description = "The current password was wrong too often; Retry-After says when to come back.",
            content = @Content(schema = @Schema(implementation = ErrorJson.class)))
    public void put(@Context HttpServletRequest request) {
        Fields fields = Fields.of(request);
        password.change(
                CurrentCaller.account(request),
                fields.text("current_password"),
                fields.text("new_password"),
                CurrentSession.of(request));
    }
}
