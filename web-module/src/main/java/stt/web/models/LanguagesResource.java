package stt.web.models;

import jakarta.json.bind.annotation.JsonbPropertyOrder;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import stt.inference.Language;

/** {@code GET /v1/languages}. */
@Path("v1/languages")
@Produces(MediaType.APPLICATION_JSON)
public class LanguagesResource {

    /** A language, as the list shows it. */
    @Schema(name = "Language")
    @JsonbPropertyOrder({"code", "name"})
    public record LanguageJson(
            @Schema(description = "What requests call it.", example = "en", required = true) String code,
            @Schema(description = "English, in lower case.", example = "english", required = true) String name) {}

    /** The list. */
    @Schema(name = "Languages")
    public record LanguagesJson(@Schema(required = true) List<LanguageJson> languages) {}

    private static final LanguagesJson ALL = new LanguagesJson(Language.ALL.stream()
            .map(language -> new LanguageJson(language.code(), language.name()))
            .toList());

    /** Every language that Whisper knows. */
    @GET
    @Tag(name = "Transcription")
    @Operation(
            operationId = "listLanguages",
            summary = "Languages",
            description = "Every language that Whisper knows, in its own order. No key is needed.")
    @APIResponseSchema(value = LanguagesJson.class, responseCode = "200", responseDescription = "The languages.")
    public LanguagesJson list() {
        return ALL;
    }
}
