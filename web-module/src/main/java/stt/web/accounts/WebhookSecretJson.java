package stt.web.accounts;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What webhooks are signed with; shown this once. */
@Schema(name = "WebhookSecret")
public record WebhookSecretJson(
        @Schema(
                        description = "What webhooks are signed with (Standard Webhooks), shown this once.",
                        example = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oDuGLc2bFvq2A=",
                        required = true)
                String secret) {}
