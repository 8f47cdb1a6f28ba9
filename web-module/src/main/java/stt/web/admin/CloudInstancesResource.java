package stt.web.admin;

import jakarta.ejb.EJB;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
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
import stt.cloud.CloudInstance;
import stt.cloud.CloudInstances;
import stt.web.errors.InvalidRequest;
import stt.web.json.Fields;
import stt.web.json.Ids;
import stt.web.openapi.DocumentFilter;
import stt.web.paging.Paging.Place;

/** {@code /api/v1/admin/cloud/}: private instances, registered by administrators. */
@Path("api/v1/admin/cloud")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Administration")
@SecurityRequirement(name = DocumentFilter.KEY)
public class CloudInstancesResource {

    @EJB
    private CloudInstances instances;

    /** All private instances. */
    @GET
    @Operation(
            operationId = "listRegisteredInstances",
            summary = "All private instances",
            description = "For administrators. By the accounts' addresses, all on one page.")
    @APIResponseSchema(
            value = RegisteredInstancesJson.class,
            responseCode = "200",
            responseDescription = "The instances.")
    public RegisteredInstancesJson list(@Context HttpServletRequest request) {
        Administrators.require(request);
        List<RegisteredInstanceJson> all =
                instances.all().stream().map(RegisteredInstanceJson::of).toList();
        return RegisteredInstancesJson.of(Place.whole(all.size()), all);
    }

    /** Registers one. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "registerInstance",
            summary = "Register a private instance",
            description =
                    "For administrators. Needs account, name, region and endpoint. Its /health is asked from now on.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = InstanceForm.class)))
    @APIResponseSchema(
            value = RegisteredInstanceJson.class,
            responseCode = "201",
            responseDescription = "The instance.")
    public Response post(@Context HttpServletRequest request) {
        Administrators.require(request);
        Fields fields = Fields.of(request);
        CloudInstance made = instances
                .add(account(fields.text("account")), RegistrationFields.of(fields))
                .orElseThrow(CloudInstancesResource::noSuchAccount);
        return Response.created(URI.create("/api/v1/admin/cloud/" + made.id() + "/"))
                .entity(RegisteredInstanceJson.of(made))
                .build();
    }

    /** One private instance. */
    @GET
    @Path("{id}")
    @Operation(
            operationId = "registeredInstance",
            summary = "One private instance",
            description = "For administrators.")
    @APIResponseSchema(
            value = RegisteredInstanceJson.class,
            responseCode = "200",
            responseDescription = "The instance.")
    public RegisteredInstanceJson get(@Context HttpServletRequest request, @PathParam("id") String id) {
        Administrators.require(request);
        return RegisteredInstanceJson.of(existing(id));
    }

    /** Changes what is written down about one. */
    @PATCH
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "changeInstance",
            summary = "Change a private instance",
            description = "For administrators. What is left out stays; at another endpoint it is asked anew.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = InstanceForm.class)))
    @APIResponseSchema(
            value = RegisteredInstanceJson.class,
            responseCode = "200",
            responseDescription = "The changed instance.")
    public RegisteredInstanceJson patch(@Context HttpServletRequest request, @PathParam("id") String id) {
        Administrators.require(request);
        CloudInstance present = existing(id);
        Fields fields = Fields.of(request);
        return instances
                .change(present.id(), RegistrationFields.changed(present.registration(), fields))
                .map(RegisteredInstanceJson::of)
                .orElseThrow(NotFoundException::new);
    }

    /** Forgets one. */
    @DELETE
    @Path("{id}")
    @Operation(
            operationId = "removeInstance",
            summary = "Forget a private instance",
            description = "For administrators. The instance itself goes on.")
    @APIResponse(responseCode = "204", description = "It is forgotten.")
    public void delete(@Context HttpServletRequest request, @PathParam("id") String id) {
        Administrators.require(request);
        if (!instances.remove(Ids.of(id))) {
            throw new NotFoundException();
        }
    }

    private CloudInstance existing(String id) {
        return instances.withId(Ids.of(id)).orElseThrow(NotFoundException::new);
    }

    private static UUID account(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw noSuchAccount();
        }
    }

    private static InvalidRequest noSuchAccount() {
        return new InvalidRequest("invalid_account", "The field account must be the id of an account.");
    }
}
