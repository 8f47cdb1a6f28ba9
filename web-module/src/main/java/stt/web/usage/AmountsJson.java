package stt.web.usage;

import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import stt.usage.Usage;

/** How much was done. */
@Schema(name = "Amounts", description = "How much was done.")
@JsonbPropertyOrder({"requests", "minutes", "characters", "cents"})
public record AmountsJson(
        @Schema(required = true) long requests,
        @Schema(description = "Of audio, with two decimals.", required = true) BigDecimal minutes,
        @Schema(description = "Of text that came in.", required = true) long characters,
        @Schema(description = "What was charged; 100 are 1 credit.", required = true) long cents) {

    private static final BigDecimal MINUTE = BigDecimal.valueOf(60_000); // milliseconds
    private static final int DECIMALS = 2;

    static AmountsJson of(Usage usage) {
        return new AmountsJson(usage.requests(), minutes(usage.millis()), usage.characters(), usage.cents());
    }

    static BigDecimal minutes(long millis) {
        return BigDecimal.valueOf(millis).divide(MINUTE, DECIMALS, RoundingMode.HALF_UP);
    }
}
