package stt.web.admin;

import jakarta.ejb.EJB;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import stt.credits.GrantCredits;
import stt.web.errors.InvalidRequest;
import stt.web.json.Fields;
import stt.web.json.Ids;
import stt.web.openapi.DocumentFilter;

/** {@code /api/v1/admin/accounts/:id/credits/}. */
@Path("api/v1/admin/accounts/{id}/credits")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Administration")
@SecurityRequirement(name = DocumentFilter.KEY)
public class CreditsResource {

    private static final int LONGEST_NOTE = 200;

    @EJB
    private GrantCredits grant;

    /** The account's balance. */
    @GET
    @Operation(operationId = "creditsOf", summary = "Credits of an account", description = "For administrators.")
    @APIResponseSchema(value = CreditsJson.class, responseCode = "200", responseDescription = "The balance.")
    public CreditsJson get(@Context HttpServletRequest request, @PathParam("id") String id) {
        Administrators.require(request);
        UUID account = Ids.of(id);
        return CreditsJson.of(account, grant.balance(account));
    }

    /** Adds to the account's balance: 201 with the new balance. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "grantCredits",
            summary = "Grant credits to an account",
            description = "For administrators. An account with the free plan has the paid one from then on.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = GrantForm.class)))
    @APIResponseSchema(value = CreditsJson.class, responseCode = "201", responseDescription = "The new balance.")
    public Response post(@Context HttpServletRequest request, @PathParam("id") String id) {
        Administrators.require(request);
        UUID account = Ids.of(id);
        grant.balance(account); // 404 comes before 400
        JsonObject body = Fields.of(request).all();
        CreditsJson granted = CreditsJson.of(account, grant.to(account, GrantedCents.of(body), note(body)));
        return Response.status(Response.Status.CREATED).entity(granted).build();
    }

    private static String note(JsonObject body) {
        String note = body.get("note") instanceof JsonString text ? text.getString() : "";
        if (note.length() > LONGEST_NOTE) {
            throw new InvalidRequest("invalid_note", "note may have " + LONGEST_NOTE + " characters.");
        }
        return note;
    }
}
