package stt.web.usage;

import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import stt.usage.DayOfUsage;
import stt.usage.Usage;

/** What an account had done. */
@Schema(name = "Usage")
@JsonbPropertyOrder({"from", "to", "total", "byKind", "results"})
public record UsageJson(
        @Schema(description = "The first day.", format = "date", required = true) String from,
        @Schema(description = "The last day: today (UTC).", format = "date", required = true) String to,
        @Schema(description = "On all days.", required = true) AmountsJson total,
        @Schema(name = "by_kind", description = "On all days, by kind of work.", required = true)
                @JsonbProperty("by_kind")
                List<KindUsageJson> byKind,
        @Schema(description = "Every day, oldest first.", required = true) List<DayUsageJson> results) {

    /** {@code days} in order, at least one. */
    static UsageJson of(List<DayOfUsage> days) {
        SortedMap<String, Usage> kinds = new TreeMap<>();
        days.forEach(day -> day.byKind().forEach((kind, usage) -> kinds.merge(kind, usage, Usage::plus)));
        Usage total = kinds.values().stream().reduce(Usage.NONE, Usage::plus);
        return new UsageJson(
                days.get(0).day().toString(),
                days.get(days.size() - 1).day().toString(),
                AmountsJson.of(total),
                kinds.entrySet().stream()
                        .map(kind -> KindUsageJson.of(kind.getKey(), kind.getValue()))
                        .toList(),
                days.stream().map(DayUsageJson::of).toList());
    }
}
