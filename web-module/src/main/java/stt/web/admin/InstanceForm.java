package stt.web.admin;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a private instance is registered with, for the OpenAPI document. */
@Schema(name = "InstanceForm", description = "When it is changed, what is left out stays.")
public record InstanceForm(
        @Schema(description = "Id of the account that it runs for; it cannot be changed.", format = "uuid") @Nullable
                String account,
        @Schema(description = "From 1 to 100 characters.", example = "production") @Nullable String name,
        @Schema(description = "From 1 to 100 characters.", example = "Frankfurt") @Nullable String region,
        @Schema(
                        description = "Where its API is, without a path of the API.",
                        format = "uri",
                        example = "https://stt.customer.example")
                @Nullable
                String endpoint,
        @Schema(description = "If known; the instance's own word goes before it.", nullable = true) @Nullable
                String gpu) {}
