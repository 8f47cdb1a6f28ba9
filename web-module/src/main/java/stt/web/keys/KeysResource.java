package stt.web.keys;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import stt.accounts.ApiKeys;
import stt.accounts.CreateKey;
import stt.web.access.CurrentCaller;
import stt.web.json.Fields;
import stt.web.json.Ids;
import stt.web.openapi.DocumentFilter;
import stt.web.paging.Paging.Place;

/** {@code /api/v1/keys/}. */
@Path("api/v1/keys")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Keys")
@SecurityRequirement(name = DocumentFilter.KEY)
public class KeysResource {

    @EJB
    private ApiKeys keys;

    @EJB
    private CreateKey create;

    @Inject
    private Clock clock;

    /** The account's keys. */
    @GET
    @Operation(
            operationId = "listKeys",
            summary = "The account's keys",
            description = "Newest first, all on one page; revoked ones are not shown.")
    @APIResponseSchema(value = KeysJson.class, responseCode = "200", responseDescription = "The keys.")
    public KeysJson list(@Context HttpServletRequest request) {
        List<KeyJson> all = keys.of(CurrentCaller.account(request)).stream()
                .map(KeyJson::of)
                .toList();
        return KeysJson.of(Place.whole(all.size()), all);
    }

    /** Makes another key. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "createKey",
            summary = "Make a key",
            description = "The answer is the only place where the key can be read. An account may have 100.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = KeyForm.class)))
    @APIResponseSchema(value = NewKeyJson.class, responseCode = "201", responseDescription = "The key.")
    public Response post(@Context HttpServletRequest request) {
        UUID account = CurrentCaller.account(request);
        Fields fields = Fields.of(request);
        ApiKeys.NewKey made = create.create(account, fields.text("name"), fields.time("expires"));
        return Response.created(URI.create("/api/v1/keys/" + made.key().id() + "/"))
                .entity(NewKeyJson.of(made))
                .build();
    }

    /** Revokes a key. */
    @DELETE
    @Path("{id}")
    @Operation(
            operationId = "revokeKey",
            summary = "Revoke a key",
            description = "It is refused from the next request on, on every node.")
    @APIResponse(responseCode = "204", description = "It is revoked.")
    public void delete(@Context HttpServletRequest request, @PathParam("id") String id) {
        if (!keys.revoke(CurrentCaller.account(request), Ids.of(id), clock.instant())) {
            throw new NotFoundException();
        }
    }
}
