package stt.web.accounts;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What can be changed of an account, for the OpenAPI document. */
@Schema(name = "AccountForm", description = "What is left out stays; other fields of an account are ignored.")
public record AccountForm(
        @Schema(example = "Ada") @Nullable String name,
        @Schema(
                        description =
                                "Where mail is sent, the new address counts once the link that is mailed there has been"
                                        + " followed, and the answer still has the old one.",
                        example = "ada@example.org")
                @Nullable
                String email,
        @Schema(name = "email_preferences") @Nullable EmailPreferencesForm emailPreferences,
        @Schema(
                        name = "retention_days",
                        description = "From 1 to 36500; null: as the operator has set.",
                        nullable = true)
                @Nullable
                Integer retentionDays) {}
