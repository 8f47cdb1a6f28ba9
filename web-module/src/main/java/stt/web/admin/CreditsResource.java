package stt.web.admin;

import jakarta.ejb.EJB;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import stt.credits.GrantCredits;
import stt.web.access.CurrentCaller;
import stt.web.errors.InvalidRequest;
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
    @Operation(summary = "Credits of an account", description = "For administrators.")
    public CreditsJson get(@Context HttpServletRequest request, @PathParam("id") String id) {
        requireAdministrator(request);
        UUID account = account(id);
        return CreditsJson.of(account, grant.balance(account));
    }

    /** Adds to the account's balance: 201 with the new balance. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Grant credits to an account",
            description =
                    "For administrators. {\"credits\": 25, \"note\": \"...\"}; 1 credit is 100 cents. An account with the"
                            + " free plan has the paid one from then on.")
    public Response post(@Context HttpServletRequest request, @PathParam("id") String id, @Nullable JsonObject body) {
        requireAdministrator(request);
        UUID account = account(id);
        grant.balance(account); // 404 comes before 400
        CreditsJson granted = CreditsJson.of(account, grant.to(account, GrantedCents.of(body), note(body)));
        return Response.status(Response.Status.CREATED).entity(granted).build();
    }

    private static void requireAdministrator(HttpServletRequest request) {
        if (!CurrentCaller.of(request).isAdministrator()) {
            throw new ForbiddenException();
        }
    }

    private static UUID account(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw new NotFoundException(e);
        }
    }

    private static String note(@Nullable JsonObject body) {
        String note = body != null && body.get("note") instanceof JsonString text ? text.getString() : "";
        if (note.length() > LONGEST_NOTE) {
            throw new InvalidRequest("invalid_note", "note may have " + LONGEST_NOTE + " characters.");
        }
        return note;
    }
}
