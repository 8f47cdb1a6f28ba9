package stt.web.admin;

import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.math.BigDecimal;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import stt.credits.Balance;

/** An account's credits. */
@Schema(name = "Credits", description = "An account's credits.")
@JsonbPropertyOrder({"account", "credits", "held"})
public record CreditsJson(
        @Schema(description = "The account's id.", required = true) String account,
        @Schema(description = "The balance, with two decimals.", required = true) BigDecimal credits,
        @Schema(description = "Of these, promised to work under way.", required = true) BigDecimal held) {

    private static final int DECIMALS = 2;

    static CreditsJson of(UUID account, Balance balance) {
        return new CreditsJson(
                account.toString(),
                BigDecimal.valueOf(balance.cents(), DECIMALS),
                BigDecimal.valueOf(balance.held(), DECIMALS));
    }
}
