package stt.web.library;

import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.OptionalInt;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How long an account's transcripts are kept. */
@Schema(name = "Retention", description = "How long an account's transcripts are kept.")
@JsonbPropertyOrder({"days", "own", "everybody"})
public record RetentionJson(
        @Schema(
                        description = "Transcripts are removed so many days after they were asked for; null: never.",
                        nullable = true,
                        required = true)
                @JsonbProperty(nillable = true)
                @Nullable
                Integer days,
        @Schema(description = "What the account has decided; null: nothing.", nullable = true, required = true)
                @JsonbProperty(nillable = true)
                @Nullable
                Integer own,
        @Schema(
                        description = "What the operator has decided for every account; null: nothing.",
                        nullable = true,
                        required = true)
                @JsonbProperty(nillable = true)
                @Nullable
                Integer everybody) {

    static RetentionJson of(OptionalInt days, OptionalInt own, OptionalInt everybody) {
        return new RetentionJson(orNull(days), orNull(own), orNull(everybody));
    }

    private static @Nullable Integer orNull(OptionalInt days) {
        return days.isPresent() ? days.getAsInt() : null;
    }
}
