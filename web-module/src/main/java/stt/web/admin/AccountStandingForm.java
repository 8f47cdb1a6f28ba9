package stt.web.admin;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What administrators change of an account, for the OpenAPI document. */
@Schema(name = "AccountStandingForm", description = "What is left out stays.")
public record AccountStandingForm(
        @Schema(enumeration = {"free", "paid"}) @Nullable String plan,
        @Schema(enumeration = {"user", "admin"}) @Nullable String role) {}
