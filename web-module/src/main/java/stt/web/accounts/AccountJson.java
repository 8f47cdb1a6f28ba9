package stt.web.accounts;

import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import stt.accounts.Account;
import stt.credits.Balance;
import stt.web.json.Texts;

/** An account, as its owner sees it. */
@Schema(name = "Account", description = "Of these, name, email, email_preferences and retention_days can be changed.")
@JsonbPropertyOrder({
    "id",
    "email",
    "name",
    "role",
    "plan",
    "created",
    "emailPreferences",
    "retentionDays",
    "credits",
    "creditsHeld",
    "limits"
})
public record AccountJson(
        @Schema(format = "uuid", readOnly = true, required = true) String id,
        @Schema(description = "Also the login.", required = true, example = "ada@example.org") String email,
        @Schema(required = true, example = "Ada") String name,
        @Schema(
                        enumeration = {"user", "admin"},
                        readOnly = true,
                        required = true)
                String role,
        @Schema(
                        enumeration = {"free", "paid"},
                        readOnly = true,
                        required = true)
                String plan,
        @Schema(format = "date-time", readOnly = true, required = true) String created,
        @Schema(name = "email_preferences", required = true) @JsonbProperty("email_preferences")
                EmailPreferencesJson emailPreferences,
        @Schema(
                        name = "retention_days",
                        description = "After how many days transcripts are removed; null: as the operator has set.",
                        nullable = true,
                        required = true)
                @JsonbProperty(value = "retention_days", nillable = true)
                @Nullable
                Integer retentionDays,
        @Schema(description = "The balance, with two decimals.", readOnly = true, required = true) BigDecimal credits,
        @Schema(
                        name = "credits_held",
                        description = "Of these, promised to work under way.",
                        readOnly = true,
                        required = true)
                @JsonbProperty("credits_held")
                BigDecimal creditsHeld,
        @Schema(readOnly = true, required = true) LimitsJson limits) {

    private static final int DECIMALS = 2;

    static AccountJson of(Account account, Balance balance, LimitsJson limits) {
        return new AccountJson(
                account.id().toString(),
                account.email(),
                account.name(),
                Texts.of(account.role()),
                Texts.of(account.plan()),
                account.createdAt().toString(),
                EmailPreferencesJson.of(account.emailPreferences()),
                account.retentionDays().orElse(null),
                BigDecimal.valueOf(balance.cents(), DECIMALS),
                BigDecimal.valueOf(balance.held(), DECIMALS),
                limits);
    }
}
