package stt.web.errors;

import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Every error's body. */
@Schema(name = "Error", description = "Why a request was refused.")
@JsonbPropertyOrder({"error", "code", "requestId"})
public record ErrorJson(
        @Schema(description = "One plain sentence.", required = true) String error,
        @Schema(description = "A stable name for this kind of error, for programs.", required = true) String code,
        @Schema(name = "request_id", description = "The same as the header X-Request-Id.", required = true)
                @JsonbProperty("request_id")
                String requestId) {}
