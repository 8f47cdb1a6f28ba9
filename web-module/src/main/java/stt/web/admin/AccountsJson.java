package stt.web.admin;

import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import stt.web.paging.Paging.Place;

/** Accounts, page by page. */
@Schema(name = "Accounts")
@JsonbPropertyOrder({"count", "next", "previous", "results"})
public record AccountsJson(
        @Schema(description = "On all pages.", required = true) long count,
        @Schema(description = "Address of the next page.", nullable = true, required = true)
                @JsonbProperty(nillable = true)
                @Nullable
                String next,
        @Schema(description = "Address of the page before.", nullable = true, required = true)
                @JsonbProperty(nillable = true)
                @Nullable
                String previous,
        @Schema(required = true) List<AccountSummaryJson> results) {

    static AccountsJson of(Place place, List<AccountSummaryJson> results) {
        return new AccountsJson(
                place.count(), place.next().orElse(null), place.previous().orElse(null), results);
    }
}
