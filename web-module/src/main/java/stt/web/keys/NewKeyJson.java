package stt.web.keys;

import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import stt.accounts.ApiKey;
import stt.accounts.ApiKeys;

/** A new key, which can be read here alone. */
@Schema(name = "NewKey", description = "A new key, which can be read here alone.")
@JsonbPropertyOrder({"id", "name", "prefix", "key", "created", "expires"})
public record NewKeyJson(
        @Schema(format = "uuid", required = true) String id,
        @Schema(required = true, example = "Build server") String name,
        @Schema(description = "How the key begins.", required = true, example = "stt_3xK9aQ") String prefix,
        @Schema(description = "The whole key, shown this once.", required = true) String key,
        @Schema(format = "date-time", required = true) String created,
        @Schema(description = "When it ends by itself.", format = "date-time", nullable = true, required = true)
                @JsonbProperty(nillable = true)
                @Nullable
                String expires) {

    static NewKeyJson of(ApiKeys.NewKey made) {
        ApiKey key = made.key();
        return new NewKeyJson(
                key.id().toString(),
                key.name(),
                key.prefix(),
                made.secret().text(),
                key.createdAt().toString(),
                key.expiresAt().map(Instant::toString).orElse(null));
    }
}
