package stt.web.keys;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a new key is made from, for the OpenAPI document. */
@Schema(name = "KeyForm")
public record KeyForm(
        @Schema(description = "From 1 to 100 characters.", required = true, example = "Build server") String name,
        @Schema(
                        description = "When it ends by itself; never, if left out.",
                        format = "date-time",
                        nullable = true,
                        example = "2027-01-31T12:00:00Z")
                @Nullable
                String expires) {}
