package stt.web.accounts;

import jakarta.ejb.EJB;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import stt.accounts.WebhookSecrets;
import stt.web.access.CurrentCaller;
import stt.web.openapi.DocumentFilter;

/** {@code POST /api/v1/account/webhook-secret/}. */
@Path("api/v1/account/webhook-secret")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Account")
@SecurityRequirement(name = DocumentFilter.KEY)
public class WebhookSecretResource {

    @EJB
    private WebhookSecrets secrets;

    /** Makes another secret. */
    @POST
    @Operation(
            operationId = "makeWebhookSecret",
            summary = "Make a new webhook secret",
            description = "Webhooks are signed with it from now on, and for 24 hours with the one before as well.")
    @APIResponseSchema(value = WebhookSecretJson.class, responseCode = "200", responseDescription = "The secret.")
    public WebhookSecretJson post(@Context HttpServletRequest request) {
        return new WebhookSecretJson(secrets.replace(CurrentCaller.account(request)));
    }
}
