package stt.web.accounts;

import jakarta.ejb.EJB;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import stt.accounts.VerifyEmail;
import stt.web.errors.ErrorJson;
import stt.web.json.Fields;

/** {@code POST /api/v1/verify-email/}: what the page behind a mailed link calls. */
@Path("api/v1/verify-email")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Signing up and in")
public class VerifyEmailResource {

    @EJB
    private VerifyEmail verify;

    /** Makes the account that was signed up for, or gives an account its new address. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "verifyEmail",
            summary = "Verify an e-mail address",
            description = "No key is needed: the token of the mailed link is the proof. It works once, for a day.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = TokenForm.class)))
    @APIResponseSchema(value = VerifiedJson.class, responseCode = "200", responseDescription = "It is verified.")
    @APIResponse(
            responseCode = "409",
            description = "Another account got the address in the meantime.",
            content = @Content(schema = @Schema(implementation = ErrorJson.class)))
    public VerifiedJson post(@Context HttpServletRequest request) {
        return new VerifiedJson(verify.by(Fields.of(request).text("token")).email());
    }
}
