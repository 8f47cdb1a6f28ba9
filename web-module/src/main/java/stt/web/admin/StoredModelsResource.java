package stt.web.admin;

import jakarta.ejb.EJB;
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
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import stt.inference.AdministerModels;
import stt.inference.Models;
import stt.inference.api.ModelState;
import stt.inference.api.StoredModel;
import stt.web.errors.ErrorJson;
import stt.web.json.Fields;
import stt.web.openapi.DocumentFilter;

/** {@code /api/v1/admin/models/}: the store of the node that answers. */
@Path("api/v1/admin/models")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Administration")
@SecurityRequirement(name = DocumentFilter.KEY)
public class StoredModelsResource {

    @EJB
    private AdministerModels administer;

    @EJB
    private Models models;

    /** All models. */
    @GET
    @Operation(
            operationId = "listStoredModels",
            summary = "All models",
            description = "For administrators. What there is, what the store of this node has, and what is in memory.")
    @APIResponseSchema(value = StoredModelsJson.class, responseCode = "200", responseDescription = "The models.")
    public StoredModelsJson list(@Context HttpServletRequest request) {
        Administrators.require(request);
        Map<String, ModelState> states = models.status().models();
        return StoredModelsJson.of(
                administer.all().stream().map(model -> json(model, states)).toList());
    }

    /** One model. */
    @GET
    @Path("{id}")
    @Operation(
            operationId = "storedModel",
            summary = "One model",
            description = "For administrators. Its work tells how an installation stands.")
    @APIResponseSchema(value = StoredModelJson.class, responseCode = "200", responseDescription = "The model.")
    public StoredModelJson get(@Context HttpServletRequest request, @PathParam("id") String id) {
        Administrators.require(request);
        return json(administer.withId(id));
    }

    /** Begins to install one. */
    @POST
    @Path("{id}/install")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "installModel",
            summary = "Install a model",
            description =
                    "For administrators. Fetches, checks and imports it in the background, and repairs one that is damaged; an"
                            + " installation that was interrupted goes on where it ended. The model's work tells how it stands.")
    @RequestBody(content = @Content(schema = @Schema(implementation = InstallForm.class)))
    @APIResponseSchema(value = StoredModelJson.class, responseCode = "202", responseDescription = "It has begun.")
    @APIResponse(
            responseCode = "409",
            description = "Something is being done with this model.",
            content = @Content(schema = @Schema(implementation = ErrorJson.class)))
    public Response install(@Context HttpServletRequest request, @PathParam("id") String id) {
        Administrators.require(request);
        return begun(administer.install(id, InstallFields.of(Fields.of(request))));
    }

    /** Begins to read one whole. */
    @POST
    @Path("{id}/verify")
    @Operation(
            operationId = "verifyModel",
            summary = "Verify a model",
            description =
                    "For administrators. Reads every file in the background and compares it with what was installed; the"
                            + " model's work tells what is wrong.")
    @APIResponseSchema(value = StoredModelJson.class, responseCode = "202", responseDescription = "It has begun.")
    @APIResponse(
            responseCode = "409",
            description = "Something is being done with this model.",
            content = @Content(schema = @Schema(implementation = ErrorJson.class)))
    public Response verify(@Context HttpServletRequest request, @PathParam("id") String id) {
        Administrators.require(request);
        return begun(administer.verify(id));
    }

    /** Begins to remove one. */
    @DELETE
    @Path("{id}")
    @Operation(
            operationId = "removeModel",
            summary = "Remove a model",
            description =
                    "For administrators. Removes it from the store in the background; requests that use it may finish, later"
                            + " ones find it not installed.")
    @APIResponseSchema(value = StoredModelJson.class, responseCode = "202", responseDescription = "It has begun.")
    @APIResponse(
            responseCode = "409",
            description = "Something is being done with this model.",
            content = @Content(schema = @Schema(implementation = ErrorJson.class)))
    public Response delete(@Context HttpServletRequest request, @PathParam("id") String id) {
        Administrators.require(request);
        return begun(administer.remove(id));
    }

    private Response begun(Optional<StoredModel> model) {
        StoredModelJson json = json(model);
        return Response.accepted(json)
                .header("Location", "/api/v1/admin/models/" + json.id() + "/")
                .build();
    }

    private StoredModelJson json(Optional<StoredModel> model) {
        return json(model.orElseThrow(NotFoundException::new), models.status().models());
    }

    private static StoredModelJson json(StoredModel model, Map<String, ModelState> states) {
        ModelState state = states.getOrDefault(model.id(), ModelState.UNLOADED);
        return StoredModelJson.of(
                model,
                state.phase() == ModelState.Phase.LOADED
                        ? OptionalLong.of(state.measuredBytes().orElse(state.memoryBytes()))
                        : OptionalLong.empty());
    }
}
