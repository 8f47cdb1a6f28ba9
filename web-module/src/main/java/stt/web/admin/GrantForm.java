package stt.web.admin;

import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A grant of credits, for the OpenAPI document. */
@Schema(name = "GrantForm")
public record GrantForm(
        @Schema(description = "At least 0.01, with at most two decimals; 1 credit is 100 cents.", required = true)
                BigDecimal credits,
        @Schema(description = "For people, at most 200 characters.") @Nullable String note) {}
