package stt.web.accounts;

import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import stt.credits.Quota;
import stt.credits.Work;
import stt.web.json.Texts;

/** What is left of a quota. */
@Schema(name = "Quota", description = "What is left of a quota in this calendar month (UTC).")
@JsonbPropertyOrder({"kind", "unit", "limit", "remaining", "nextPeriod"})
public record QuotaJson(
        @Schema(
                        description = "Of work.",
                        enumeration = {"transcription", "enhancement", "speech", "text"},
                        required = true)
                String kind,
        @Schema(
                        description = "What limit and remaining count: minutes of audio, or thousands of characters.",
                        enumeration = {"minutes", "thousand_characters"},
                        required = true)
                String unit,
        @Schema(required = true, example = "600") long limit,
        @Schema(description = "Rounded down.", required = true, example = "583") long remaining,
        @Schema(name = "resets", description = "When the next month begins.", format = "date-time", required = true)
                @JsonbProperty("resets")
                String nextPeriod) {

    static QuotaJson of(Quota quota) {
        return new QuotaJson(
                Texts.of(quota.kind()),
                quota.kind() == Work.Kind.TEXT ? "thousand_characters" : "minutes",
                quota.limit(),
                quota.remaining(),
                quota.resets().toString());
    }
}
