package stt.web.accounts;

import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import stt.accounts.EmailPreferences;
import stt.web.json.Fields;

/** What the owner of an account wants to be mailed about. */
@Schema(name = "EmailPreferences", description = "What the owner wants to be mailed about.")
@JsonbPropertyOrder({"news", "usageAlerts", "finishedJobs"})
public record EmailPreferencesJson(
        @Schema(description = "News of the platform.", required = true) boolean news,
        @Schema(name = "usage_alerts", description = "When a quota or the credits run out.", required = true)
                @JsonbProperty("usage_alerts")
                boolean usageAlerts,
        @Schema(name = "finished_jobs", description = "When a queued job has ended.", required = true)
                @JsonbProperty("finished_jobs")
                boolean finishedJobs) {

    static EmailPreferencesJson of(EmailPreferences preferences) {
        return new EmailPreferencesJson(preferences.news(), preferences.usageAlerts(), preferences.finishedJobs());
    }

    /** {@code present}, with what {@code fields} say in its place. */
    static EmailPreferences changed(EmailPreferences present, Fields fields) {
        return new EmailPreferences(
                fields.flag("news").orElse(present.news()),
                fields.flag("usage_alerts").orElse(present.usageAlerts()),
                fields.flag("finished_jobs").orElse(present.finishedJobs()));
    }
}
