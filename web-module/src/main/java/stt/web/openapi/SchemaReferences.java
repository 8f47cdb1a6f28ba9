package stt.web.openapi;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * Puts references to components where Payara has copied a component, or what is left of it. Its copies lose {@code required},
 * the kind of an array's items, and sometimes everything.
 */
final class SchemaReferences {

    /** What an operation answers with when all is well, in JSON. */
    private static final Map<String, String> ANSWERS = Map.of(
            "health", "Health",
            "live", "Alive",
            "ready", "Alive",
            "listModels", "Models",
            "listLanguages", "Languages",
            "transcribe", "Transcript",
            "transcribe 202", "QueuedTranscript");

    private record Items(String component, String property, String of) {}

    private static final List<Items> ITEMS = List.of(
            new Items("Models", "models", "Model"),
            new Items("Languages", "languages", "Language"),
            new Items("Transcript", "segments", "Segment"),
            new Items("Transcript", "turns", "Turn"),
            new Items("Segment", "words", "Word"));

    private record Strings(String component, String property) {}

    private static final List<Strings> ARRAYS_OF_STRINGS = List.of(
            new Strings("Transcript", "speakers"),
            new Strings("Transcript", "channels"),
            new Strings("Transcript", "warnings"));

    private static final String JSON = "application/json";
    private static final String UNNAMED = "Json";

    private SchemaReferences() {}

    static void restore(Operation operation) {
        operation.getResponses().getAPIResponses().forEach((status, response) -> restore(operation, status, response));
        if (operation.getRequestBody() != null && "transcribe".equals(operation.getOperationId())) {
            operation
                    .getRequestBody()
                    .getContent()
                    .getMediaTypes()
                    .values()
                    .forEach(form -> refer(form, "TranscribeForm"));
        }
    }

    static void restore(Components components) {
        for (Items array : ITEMS) {
            Optional.ofNullable(components.getSchemas().get(array.component()))
                    .map(component -> component.getProperties().get(array.property()))
                    .ifPresent(property ->
                            property.setItems(OASFactory.createSchema().ref(array.of())));
        }
        for (Strings array : ARRAYS_OF_STRINGS) {
            Optional.ofNullable(components.getSchemas().get(array.component()))
                    .map(component -> component.getProperties().get(array.property()))
                    .ifPresent(property ->
                            property.setItems(OASFactory.createSchema().type(Schema.SchemaType.STRING)));
        }
        // Only the records of resources that the document hides have no name of their own.
        List.copyOf(components.getSchemas().keySet()).stream()
                .filter(name -> name.endsWith(UNNAMED))
                .forEach(components::removeSchema);
    }

    private static void restore(Operation operation, String status, APIResponse response) {
        Content content = response.getContent();
        if (content == null) {
            return;
        }
        content.getMediaTypes().forEach((type, body) -> {
            if (!type.equals(JSON)) {
                body.setSchema(OASFactory.createSchema().type(Schema.SchemaType.STRING));
            } else if (status.startsWith("2")) {
                String id = operation.getOperationId();
                Optional.ofNullable(ANSWERS.getOrDefault(id + " " + status, ANSWERS.get(id)))
                        .ifPresent(component -> refer(body, component));
            } else {
                refer(body, "Error");
            }
        });
    }

    private static void refer(MediaType body, String component) {
        body.setSchema(OASFactory.createSchema().ref(component));
    }
}
