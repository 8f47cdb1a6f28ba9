package stt.web.accounts;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a mailed link carries, for the OpenAPI document. */
@Schema(name = "TokenForm")
public record TokenForm(
        @Schema(description = "What stands behind #token= in the mailed link.", required = true) String token) {}
