package stt.web.accounts;

import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import stt.credits.LedgerEntry;
import stt.web.json.Texts;

/** One change of an account's credits. */
@Schema(name = "LedgerEntry", description = "One change of the balance.")
@JsonbPropertyOrder({"id", "kind", "credits", "note", "created"})
public record LedgerEntryJson(
        @Schema(format = "uuid", required = true) String id,
        @Schema(
                        description = "Granted by an administrator, or charged for work.",
                        enumeration = {"grant", "charge"},
                        required = true)
                String kind,
        @Schema(description = "With two decimals; negative for a charge.", required = true) BigDecimal credits,
        @Schema(description = "For people; may be empty.", required = true) String note,
        @Schema(format = "date-time", required = true) String created) {

    private static final int DECIMALS = 2;

    static LedgerEntryJson of(LedgerEntry entry) {
        return new LedgerEntryJson(
                entry.id().toString(),
                Texts.of(entry.kind()),
                BigDecimal.valueOf(entry.cents(), DECIMALS),
                entry.note(),
                entry.createdAt().toString());
    }
}
