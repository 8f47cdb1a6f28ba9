package stt.web.openapi;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;
import org.jspecify.annotations.Nullable;

/** Completes and cleans the document. */
public class DocumentFilter implements OASFilter {

    /** The name of the security scheme that resources refer to. */
    public static final String KEY = "key";

    private static final String SESSION = "session";
    private static final String REQUEST_ID = "X-Request-Id";

    @Override
    public @Nullable PathItem filterPathItem(PathItem path) {
        return path.getOperations().isEmpty() ? null : path;
    }

    @Override
    public Operation filterOperation(Operation operation) {
        if (Boolean.FALSE.equals(operation.getDeprecated())) {
            operation.setDeprecated(null);
        }
        return operation;
    }

    @Override
    public APIResponse filterAPIResponse(APIResponse response) {
        if (response.getRef() == null) {
            response.addHeader(REQUEST_ID, header("The id that the log knows this request by."));
        }
        return response;
    }

    @Override
    public Schema filterSchema(Schema schema) {
        clean(schema);
        return schema;
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        document.setInfo(OASFactory.createInfo()
                .title("Speech to text")
                .version("1")
                .description(
                        "Audio in, text out. An API key is sent as a Bearer token. Errors are all of one shape. Times are"
                                + " seconds from the start of the file. A path answers the same with and without a slash at its end."
                                + " Form fields that are not listed are ignored."));
        document.setServers(new ArrayList<>(List.of(OASFactory.createServer().url("/"))));
        Components components =
                document.getComponents() == null ? OASFactory.createComponents() : document.getComponents();
        components.addSecurityScheme(
                KEY,
                OASFactory.createSecurityScheme()
                        .type(SecurityScheme.Type.HTTP)
                        .scheme("bearer")
                        .description("An API key of an account."));
        components.addSecurityScheme(
                SESSION,
                OASFactory.createSecurityScheme()
                        .type(SecurityScheme.Type.APIKEY)
                        .in(SecurityScheme.In.COOKIE)
                        .name("stt-session")
                        .description(
                                "The cookie of a browser that is signed in; over TLS it is __Host-stt-session. What changes"
                                        + " something must come from a page of this server, or carry X-CSRF-Token."));
        document.setComponents(components);
        document.getPaths().getPathItems().forEach(Refusals::add);
        document.getPaths().getPathItems().values().stream()
                .flatMap(path -> path.getOperations().values().stream())
                .forEach(DocumentFilter::allowSessions);
        SchemaReferences.restore(components);
        document.getPaths().getPathItems().values().stream()
                .flatMap(path -> path.getOperations().values().stream())
                .forEach(SchemaReferences::restore);
    }

    /** A session's cookie works wherever a key does. */
    private static void allowSessions(Operation operation) {
        boolean takesKeys = operation.getSecurity() != null
                && operation.getSecurity().stream().anyMatch(requirement -> requirement.hasScheme(KEY));
        if (takesKeys) {
            operation.addSecurityRequirement(
                    OASFactory.createSecurityRequirement().addScheme(SESSION));
        }
    }

    private static Header header(String description) {
        return OASFactory.createHeader()
                .description(description)
                .schema(OASFactory.createSchema().type(Schema.SchemaType.STRING));
    }

    private static void clean(Schema schema) {
        cleanNumbers(schema);
        cleanFlags(schema);
        if (schema.getProperties() != null) {
            schema.getProperties().values().forEach(DocumentFilter::clean);
        }
        if (schema.getItems() != null) {
            clean(schema.getItems());
        }
    }

    private static void cleanNumbers(Schema schema) {
        if (isZero(schema.getMinLength())) {
            schema.setMinLength(null);
        }
        if (isZero(schema.getMinProperties())) {
            schema.setMinProperties(null);
        }
        if (isZero(schema.getMaxProperties())) {
            schema.setMaxProperties(null);
        }
        if (isZero(schema.getMinItems()) || isUnset(schema.getMinItems())) {
            schema.setMinItems(null);
        }
        if (isUnset(schema.getMaxItems())) {
            schema.setMaxItems(null);
        }
        if (isUnset(schema.getMaxLength())) {
            schema.setMaxLength(null);
        }
        if (schema.getMultipleOf() != null && schema.getMultipleOf().signum() == 0) {
            schema.setMultipleOf(null);
        }
    }

    private static void cleanFlags(Schema schema) {
        if (Boolean.FALSE.equals(schema.getExclusiveMaximum())) {
            schema.setExclusiveMaximum(null);
        }
        if (Boolean.FALSE.equals(schema.getExclusiveMinimum())) {
            schema.setExclusiveMinimum(null);
        }
        if (Boolean.FALSE.equals(schema.getUniqueItems())) {
            schema.setUniqueItems(null);
        }
        if (Boolean.FALSE.equals(schema.getNullable())) {
            schema.setNullable(null);
        }
        if (Boolean.FALSE.equals(schema.getReadOnly())) {
            schema.setReadOnly(null);
        }
        if (Boolean.FALSE.equals(schema.getWriteOnly())) {
            schema.setWriteOnly(null);
        }
        if (Boolean.FALSE.equals(schema.getDeprecated())) {
            schema.setDeprecated(null);
        }
    }

    /** The annotations' way to say nothing. */
    private static boolean isUnset(@Nullable Integer number) {
        return number != null && (number == Integer.MAX_VALUE || number == Integer.MIN_VALUE);
    }

    private static boolean isZero(@Nullable Integer number) {
        return number != null && number == 0;
    }
}
