package stt.web.accounts;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What somebody fills in, for the OpenAPI document. */
@Schema(name = "SignUpForm")
public record SignUpForm(
        @Schema(description = "Also the login.", required = true, example = "ada@example.org") String email,
        @Schema(description = "From 8 to 200 characters, any.", required = true) String password,
        @Schema(required = true, example = "Ada") String name) {}
