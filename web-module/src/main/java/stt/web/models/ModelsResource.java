package stt.web.models;

import jakarta.ejb.EJB;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import stt.inference.Models;

/** {@code GET /v1/models}. */
@Path("v1/models")
@Produces(MediaType.APPLICATION_JSON)
public class ModelsResource {

    /** The list. */
    @Schema(name = "Models")
    public record ModelsJson(@Schema(required = true) List<ModelJson> models) {}

    @EJB
    private Models models;

    /** Every model that requests may name. */
    @GET
    @Tag(name = "Transcription")
    @Operation(
            operationId = "listModels",
            summary = "Models",
            description = "Every model that a request may name, installed or not. No key is needed.")
    @APIResponseSchema(value = ModelsJson.class, responseCode = "200", responseDescription = "The models.")
    public ModelsJson list() {
        return new ModelsJson(models.all().stream().map(ModelJson::of).toList());
    }
}
