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
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import stt.accounts.EmailAddress;
import stt.accounts.SignUp;
import stt.web.access.ClientAddress;
import stt.web.errors.ErrorJson;
import stt.web.json.Fields;

/** {@code POST /api/v1/signup/}. */
@Path("api/v1/signup")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Signing up and in")
public class SignUpResource {

    private static final URI ACCOUNT = URI.create("/api/v1/account/");

    @EJB
    private SignUp signUp;

    @Inject
    private ClientAddress addresses;

    /** Makes an account: at once, or when the mailed link is followed. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "signUp",
            summary = "Make an account",
            description =
                    "No key is needed. Where this server sends mail, a link is mailed to the address; account and key"
                            + " work once it has been followed, and the answer is the same when the address has an account already.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = SignUpForm.class)))
    @APIResponseSchema(value = SignedUpJson.class, responseCode = "201", responseDescription = "The account.")
    @APIResponse(
            responseCode = "403",
            description = "The operator makes the accounts here.",
            content = @Content(schema = @Schema(implementation = ErrorJson.class)))
    @APIResponse(
            responseCode = "409",
            description = "The address has an account, and this server sends no mail.",
            content = @Content(schema = @Schema(implementation = ErrorJson.class)))
    @APIResponse(
            responseCode = "429",
            description = "Too many sign-ups from this address; Retry-After says when to come back.",
            content = @Content(schema = @Schema(implementation = ErrorJson.class)))
    public Response post(@Context HttpServletRequest request) {
        Fields fields = Fields.of(request);
        SignUp.Form form =
                new SignUp.Form(new EmailAddress(fields.text("email")), fields.text("password"), fields.text("name"));
        SignUp.SignedUp signedUp = signUp.signUp(form, addresses.of(request));
        return Response.created(ACCOUNT).entity(SignedUpJson.of(signedUp)).build();
    }
}
