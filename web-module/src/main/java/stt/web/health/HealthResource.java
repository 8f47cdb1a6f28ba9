package stt.web.health;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import stt.inference.InferenceHealth;
import stt.inference.api.InferenceStatus;
import stt.inference.api.InferenceStatus.Readiness;
import stt.web.errors.ErrorJson;
import stt.web.errors.NotReady;

/** {@code GET /health} and what load balancers ask. */
@Path("health")
@Produces(MediaType.APPLICATION_JSON)
public class HealthResource {

    /** That all is well. */
    @Schema(name = "Alive")
    public record AliveJson(@Schema(required = true, example = "ok") String status) {}

    private static final AliveJson OK = new AliveJson("ok");

    @Inject
    private InferenceHealth inference;

    /** How the service is; 200 whatever it says. */
    @GET
    @Tag(name = "Operation")
    @Operation(operationId = "health", summary = "State of the service", description = "No key is needed.")
    @APIResponseSchema(
            value = HealthJson.class,
            responseCode = "200",
            responseDescription = "The state, whatever it is.")
    public HealthJson health() {
        return HealthJson.of(inference.status());
    }

    /** That this process answers at all. */
    @GET
    @Path("live")
    @Tag(name = "Operation")
    @Operation(operationId = "live", summary = "Does the process answer?", description = "No key is needed.")
    @APIResponseSchema(value = AliveJson.class, responseCode = "200", responseDescription = "It does.")
    public AliveJson live() {
        return OK;
    }

    /** Whether requests can be served now: a degraded service still can. */
    @GET
    @Path("ready")
    @Tag(name = "Operation")
    @Operation(operationId = "ready", summary = "Can requests be served now?", description = "No key is needed.")
    @APIResponseSchema(value = AliveJson.class, responseCode = "200", responseDescription = "They can.")
    @APIResponse(
            responseCode = "503",
            description = "Not now.",
            content = @Content(schema = @Schema(implementation = ErrorJson.class)))
    public AliveJson ready() {
        InferenceStatus status = inference.status();
        if (status.readiness() == Readiness.LOADING || status.readiness() == Readiness.UNAVAILABLE) {
            throw new NotReady();
        }
        return OK;
    }
}
