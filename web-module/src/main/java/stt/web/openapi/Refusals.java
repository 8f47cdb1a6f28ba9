package stt.web.openapi;

import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.jspecify.annotations.Nullable;

/** Adds the refusals that follow from what an operation is, so that no resource has to say them, and none can forget to. */
final class Refusals {

    private static final String ADMINISTRATION = "/api/v1/admin/";
    private static final String JSON = "application/json";

    private Refusals() {}

    static void add(String path, PathItem item) {
        item.getOperations().values().forEach(operation -> add(path, item, operation));
    }

    private static void add(String path, PathItem item, Operation operation) {
        if (operation.getSecurity() != null && !operation.getSecurity().isEmpty()) {
            add(operation, "401", "The key is missing, wrong or revoked, or nobody is signed in any more.");
        }
        if (path.startsWith(ADMINISTRATION)) {
            add(operation, "403", "The key is no administrator's.");
        }
        if (path.contains("{")) {
            add(operation, "404", "There is no such thing, or it belongs to somebody else.");
        }
        if (operation.getRequestBody() != null) {
            add(operation, "400", "A field is missing or malformed; \"code\" says which.");
            add(operation, "413", "The body is too large.");
            add(operation, "415", "The body has another Content-Type.");
        }
        if (hasQuery(item.getParameters()) || hasQuery(operation.getParameters())) {
            add(operation, "400", "A parameter is malformed; \"code\" says which.");
        }
    }

    private static boolean hasQuery(@Nullable List<Parameter> parameters) {
        return parameters != null && parameters.stream().anyMatch(parameter -> parameter.getIn() == Parameter.In.QUERY);
    }

    private static void add(Operation operation, String status, String description) {
        APIResponses responses = operation.getResponses();
        if (!responses.hasAPIResponse(status)) {
            responses.addAPIResponse(
                    status,
                    OASFactory.createAPIResponse()
                            .description(description)
                            .content(OASFactory.createContent()
                                    .addMediaType(
                                            JSON,
                                            OASFactory.createMediaType()
                                                    .schema(OASFactory.createSchema()
                                                            .ref("Error")))));
        }
    }
}
