package stt.web.accounts;

import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import stt.credits.Balance;
import stt.web.paging.Paging.Place;

/** An account's credits, and how they came to be. */
@Schema(name = "Ledger")
@JsonbPropertyOrder({"credits", "held", "count", "next", "previous", "results"})
public record LedgerJson(
        @Schema(description = "The balance, with two decimals: the sum of all entries.", required = true)
                BigDecimal credits,
        @Schema(description = "Of these, promised to work under way.", required = true) BigDecimal held,
        @Schema(description = "On all pages.", required = true) long count,
        @Schema(description = "Address of the next page.", nullable = true, required = true)
                @JsonbProperty(nillable = true)
                @Nullable
                String next,
        @Schema(description = "Address of the page before.", nullable = true, required = true)
                @JsonbProperty(nillable = true)
                @Nullable
                String previous,
        @Schema(required = true) List<LedgerEntryJson> results) {

    static LedgerJson of(Balance balance, Place place, List<LedgerEntryJson> results) {
        return new LedgerJson(
                BigDecimal.valueOf(balance.cents(), 2),
                BigDecimal.valueOf(balance.held(), 2),
                place.count(),
                place.next().orElse(null),
                place.previous().orElse(null),
                results);
    }
}
