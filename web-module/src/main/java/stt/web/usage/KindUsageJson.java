package stt.web.usage;

import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.math.BigDecimal;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import stt.usage.Usage;

/** How much of one kind of work was done. */
@Schema(name = "KindUsage", description = "How much of one kind of work was done.")
@JsonbPropertyOrder({"kind", "requests", "minutes", "characters", "cents"})
public record KindUsageJson(
        @Schema(
                        enumeration = {"transcription", "enhancement", "speech", "text"},
                        required = true)
                String kind,
        @Schema(required = true) long requests,
        @Schema(description = "Of audio, with two decimals.", required = true) BigDecimal minutes,
        @Schema(description = "Of text that came in.", required = true) long characters,
        @Schema(description = "What was charged; 100 are 1 credit.", required = true) long cents) {

    static KindUsageJson of(String kind, Usage usage) {
        return new KindUsageJson(
                kind.toLowerCase(Locale.ROOT),
                usage.requests(),
                AmountsJson.minutes(usage.millis()),
                usage.characters(),
                usage.cents());
    }
}
