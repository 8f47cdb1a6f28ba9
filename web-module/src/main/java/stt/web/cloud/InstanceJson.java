package stt.web.cloud;

import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import stt.cloud.CloudInstance;

/** A private instance, as its account sees it. */
@Schema(name = "CloudInstance", description = "A private instance of the platform.")
@JsonbPropertyOrder({"id", "name", "region", "status", "endpoint", "gpu", "checked"})
public record InstanceJson(
        @Schema(format = "uuid", required = true) String id,
        @Schema(required = true, example = "production") String name,
        @Schema(required = true, example = "Frankfurt") String region,
        @Schema(
                        description =
                                "What its own /health said when it was last asked; unreachable when it did not answer.",
                        enumeration = {"unknown", "ok", "loading", "degraded", "unavailable", "unreachable"},
                        required = true)
                String status,
        @Schema(description = "Where its API is.", format = "uri", required = true) String endpoint,
        @Schema(nullable = true, required = true, example = "NVIDIA A100") @JsonbProperty(nillable = true) @Nullable
                String gpu,
        @Schema(description = "When it was last asked.", format = "date-time", nullable = true, required = true)
                @JsonbProperty(nillable = true)
                @Nullable
                String checked) {

    static InstanceJson of(CloudInstance instance) {
        return new InstanceJson(
                instance.id().toString(),
                instance.name(),
                instance.region(),
                instance.status().text(),
                instance.endpoint().toString(),
                instance.gpu().orElse(null),
                instance.checkedAt().map(Instant::toString).orElse(null));
    }
}
