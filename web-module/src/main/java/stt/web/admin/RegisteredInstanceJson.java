package stt.web.admin;

import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import stt.cloud.CloudInstance;

/** A private instance, as administrators see it. */
@Schema(name = "RegisteredInstance", description = "A private instance, with the account that it runs for.")
@JsonbPropertyOrder({"id", "account", "email", "name", "region", "status", "endpoint", "gpu", "created", "checked"})
public record RegisteredInstanceJson(
        @Schema(format = "uuid", required = true) String id,
        @Schema(description = "Id of the account.", format = "uuid", required = true) String account,
        @Schema(description = "Address of the account.", required = true) String email,
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
        @Schema(format = "date-time", required = true) String created,
        @Schema(description = "When it was last asked.", format = "date-time", nullable = true, required = true)
                @JsonbProperty(nillable = true)
                @Nullable
                String checked) {

    static RegisteredInstanceJson of(CloudInstance instance) {
        return new RegisteredInstanceJson(
                instance.id().toString(),
                instance.account().id().toString(),
                instance.account().email(),
                instance.name(),
                instance.region(),
                instance.status().text(),
                instance.endpoint().toString(),
                instance.gpu().orElse(null),
                instance.createdAt().toString(),
                instance.checkedAt().map(Instant::toString).orElse(null));
    }
}
