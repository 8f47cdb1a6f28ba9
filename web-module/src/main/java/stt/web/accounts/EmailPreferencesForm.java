package stt.web.accounts;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is to change of the preferences, for the OpenAPI document. */
@Schema(name = "EmailPreferencesForm", description = "What is left out stays.")
public record EmailPreferencesForm(
        @Schema(description = "News of the platform.") @Nullable Boolean news,
        @Schema(name = "usage_alerts", description = "When a quota or the credits run out.") @Nullable
                Boolean usageAlerts,
        @Schema(name = "finished_jobs", description = "When a queued job has ended.") @Nullable Boolean finishedJobs) {}
