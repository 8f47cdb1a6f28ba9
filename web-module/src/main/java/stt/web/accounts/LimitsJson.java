package stt.web.accounts;

import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What an account may do, and what is left of it. */
@Schema(name = "Limits", description = "What the account may do, and what is left of it.")
@JsonbPropertyOrder({"largestFile", "concurrentRequests", "concurrentRequestsRemaining", "quotas"})
public record LimitsJson(
        @Schema(name = "largest_file", description = "That may be uploaded, in bytes.", required = true)
                @JsonbProperty("largest_file")
                long largestFile,
        @Schema(name = "concurrent_requests", description = "That may run at once.", required = true)
                @JsonbProperty("concurrent_requests")
                long concurrentRequests,
        @Schema(
                        name = "concurrent_requests_remaining",
                        description = "That may run besides those that do now.",
                        required = true)
                @JsonbProperty("concurrent_requests_remaining")
                long concurrentRequestsRemaining,
        @Schema(description = "Empty for accounts that pay, or that have no limit.", required = true)
                List<QuotaJson> quotas) {}
