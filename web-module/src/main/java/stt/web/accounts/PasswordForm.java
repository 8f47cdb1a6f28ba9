package stt.web.accounts;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A change of the password, for the OpenAPI document. */
@Schema(name = "PasswordForm")
public record PasswordForm(
        @Schema(name = "current_password", required = true) String currentPassword,
        @Schema(name = "new_password", description = "From 8 to 200 characters, any.", required = true)
                String newPassword) {}
