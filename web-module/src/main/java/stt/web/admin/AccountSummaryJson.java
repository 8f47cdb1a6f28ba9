package stt.web.admin;

import jakarta.json.bind.annotation.JsonbPropertyOrder;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import stt.accounts.Account;
import stt.web.json.Texts;

/** An account in the list of all. */
@Schema(name = "AccountSummary")
@JsonbPropertyOrder({"id", "email", "name", "role", "plan", "created"})
public record AccountSummaryJson(
        @Schema(format = "uuid", required = true) String id,
        @Schema(required = true) String email,
        @Schema(required = true) String name,
        @Schema(
                        enumeration = {"user", "admin"},
                        required = true)
                String role,
        @Schema(
                        enumeration = {"free", "paid"},
                        required = true)
                String plan,
        @Schema(format = "date-time", required = true) String created) {

    static AccountSummaryJson of(Account account) {
        return new AccountSummaryJson(
                account.id().toString(),
                account.email(),
                account.name(),
                Texts.of(account.role()),
                Texts.of(account.plan()),
                account.createdAt().toString());
    }
}
