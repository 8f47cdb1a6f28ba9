package stt.web.usage;

import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import stt.usage.DayOfUsage;
import stt.usage.Usage;

/** What was done on one day. */
@Schema(name = "DayUsage", description = "What was done on one day (UTC).")
@JsonbPropertyOrder({"date", "requests", "minutes", "characters", "cents", "byKind"})
public record DayUsageJson(
        @Schema(format = "date", required = true, example = "2026-11-25") String date,
        @Schema(required = true) long requests,
        @Schema(description = "Of audio, with two decimals.", required = true) BigDecimal minutes,
        @Schema(description = "Of text that came in.", required = true) long characters,
        @Schema(description = "What was charged; 100 are 1 credit.", required = true) long cents,
        @Schema(name = "by_kind", description = "Only those kinds of work that were done.", required = true)
                @JsonbProperty("by_kind")
                List<KindUsageJson> byKind) {

    static DayUsageJson of(DayOfUsage day) {
        Usage total = day.total();
        return new DayUsageJson(
                day.day().toString(),
                total.requests(),
                AmountsJson.minutes(total.millis()),
                total.characters(),
                total.cents(),
                day.byKind().entrySet().stream()
                        .map(kind -> KindUsageJson.of(kind.getKey(), kind.getValue()))
                        .toList());
    }
}
