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
    private static final Map<String, String> ANSWERS = Map.ofEntries(
            Map.entry("health", "Health"),
            Map.entry("live", "Alive"),
            Map.entry("ready", "Alive"),
            Map.entry("listModels", "Models"),
            Map.entry("listLanguages", "Languages"),
            Map.entry("transcribe", "Transcript"),
            Map.entry("transcribe 202", "QueuedTranscript"),
            Map.entry("listTranscripts", "TranscriptList"),
            Map.entry("getTranscript", "KeptTranscript"),
            Map.entry("editTranscript", "KeptTranscript"),
            Map.entry("editSegment", "KeptSegment"),
            Map.entry("getRetention", "Retention"),
            Map.entry("setRetention", "Retention"));

    private record Items(String component, String property, String of) {}

    private static final List<Items> ITEMS = List.of(
            new Items("Models", "models", "Model"),
            new Items("Languages", "languages", "Language"),
            new Items("Transcript", "segments", "Segment"),
            new Items("Transcript", "turns", "Turn"),
            new Items("Segment", "words", "Word"),
            new Items("TranscriptList", "results", "TranscriptItem"),
            new Items("KeptTranscript", "turns", "Turn"),
            new Items("KeptTranscript", "segments", "KeptSegment"),
            new Items("KeptSegment", "words", "Word"));

    private record Strings(String component, String property) {}

    private static final List<Strings> ARRAYS_OF_STRINGS = List.of(
            new Strings("Transcript", "speakers"),
            new Strings("Transcript", "channels"),
            new Strings("Transcript", "warnings"),
            new Strings("KeptTranscript", "speakers"),
            new Strings("KeptTranscript", "channels"),
            new Strings("KeptTranscript", "warnings"));

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
        boolean refused = !status.startsWith("2");
        if (response.getContent() == null && refused) {
            response.setContent(OASFactory.createContent().addMediaType(JSON, OASFactory.createMediaType()));
        }
        Content content = response.getContent();
        if (content == null) {
            return;
        }
        content.getMediaTypes().forEach((type, body) -> {
            if (!type.equals(JSON) && !refused) {
                body.setSchema(OASFactory.createSchema().type(Schema.SchemaType.STRING));
            } else if (!refused) {
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
