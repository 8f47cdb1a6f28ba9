package stt.web.accounts;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a browser signs in, for the OpenAPI document. */
@Schema(name = "SignInForm")
public record SignInForm(
        @Schema(required = true, example = "ada@example.org") String email, @Schema(required = true) String password) {}
