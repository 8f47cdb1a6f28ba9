package stt.blackbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonMetaSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import com.networknt.schema.oas.OpenApi30;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** An OpenAPI 3.0 document, as strict as can be read: what it does not name, an object may not have. */
final class ApiDocument {

    private static final String ADDRESS = "https://example.org/openapi";
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

    private final JsonNode document;
    private final JsonSchemaFactory schemas;

    private ApiDocument(JsonNode document) {
        close(document);
        this.document = document;
        JsonMetaSchema dialect = OpenApi30.getInstance();
        this.schemas = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V4, builder -> builder.metaSchema(dialect)
                .defaultMetaSchemaIri(dialect.getIri())
                .schemaLoaders(loaders -> loaders.schemas(Map.of(ADDRESS, document.toString()))));
    }

    /** The one that the server publishes. */
    static ApiDocument of(Api api) {
        HttpResponse<String> answer = api.send(api.request("/openapi").header("Accept", "application/json"));
        try {
            return new ApiDocument(new ObjectMapper().readTree(answer.body()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the document is not JSON: " + answer.body(), e);
        }
    }

    /** The text at a JSON pointer (RFC 6901). */
    String text(String pointer) {
        return document.at(pointer).asText();
    }

    /** Whether there is something at a JSON pointer. */
    boolean has(String pointer) {
        return !document.at(pointer).isMissingNode();
    }

    Set<String> paths() {
        Set<String> paths = new TreeSet<>();
        document.get("paths").fieldNames().forEachRemaining(paths::add);
        return paths;
    }

    /** Each as {@code METHOD path}. */
    Set<String> operations() {
        Set<String> operations = new TreeSet<>();
        for (String path : paths()) {
            document.get("paths").get(path).fieldNames().forEachRemaining(name -> {
                if (METHODS.contains(name)) {
                    operations.add(name.toUpperCase(Locale.ROOT) + " " + path);
                }
            });
        }
        return operations;
    }

    /** What is wrong with {@code body} as the answer in JSON with this status; nothing when all is well. */
    List<String> violations(String method, String path, int status, String body) {
        String pointer = "/paths/%s/%s/responses/%d".formatted(path.replace("/", "~1"), method, status);
        if (document.at(pointer).has("$ref")) {
            pointer = document.at(pointer).get("$ref").asText().substring(1);
        }
        pointer += "/content/application~1json/schema";
        if (document.at(pointer).isMissingNode()) {
            return List.of("the document has nothing at " + pointer);
        }
        return schemas.getSchema(SchemaLocation.of(ADDRESS + "#" + pointer)).validate(body, InputFormat.JSON).stream()
                .map(ValidationMessage::getMessage)
                .toList();
    }

    private static void close(JsonNode node) {
        if (node instanceof ObjectNode object && object.path("properties").isObject()) {
            object.put("additionalProperties", false);
        }
        node.forEach(ApiDocument::close);
    }
}
