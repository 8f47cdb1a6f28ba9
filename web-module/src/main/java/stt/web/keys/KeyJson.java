package stt.web.keys;

import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import stt.accounts.ApiKey;

/** A key, without the key itself. */
@Schema(name = "Key", description = "A key, without the key itself.")
@JsonbPropertyOrder({"id", "name", "prefix", "created", "lastUsed", "expires"})
public record KeyJson(
        @Schema(format = "uuid", required = true) String id,
        @Schema(required = true, example = "Build server") String name,
        @Schema(description = "How the key begins.", required = true, example = "stt_3xK9aQ") String prefix,
        @Schema(format = "date-time", required = true) String created,
        @Schema(
                        name = "last_used",
                        description = "To the minute.",
                        format = "date-time",
                        nullable = true,
                        required = true)
                @JsonbProperty(value = "last_used", nillable = true)
                @Nullable
                String lastUsed,
        @Schema(description = "When it ends by itself.", format = "date-time", nullable = true, required = true)
                @JsonbProperty(nillable = true)
                @Nullable
                String expires) {

    static KeyJson of(ApiKey key) {
        return new KeyJson(
                key.id().toString(),
                key.name(),
                key.prefix(),
                key.createdAt().toString(),
                key.lastUsedAt().map(Instant::toString).orElse(null),
                key.expiresAt().map(Instant::toString).orElse(null));
    }
}
