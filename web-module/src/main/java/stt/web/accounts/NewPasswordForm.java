package stt.web.accounts;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A password that is chosen by a mailed link, for the OpenAPI document. */
@Schema(name = "NewPasswordForm")
public record NewPasswordForm(
        @Schema(description = "What stands behind #token= in the mailed link.", required = true) String token,
        @Schema(description = "The new one: from 8 to 200 characters, any.", required = true) String password) {}
