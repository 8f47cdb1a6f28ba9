package stt.web.accounts;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An address that has been verified. */
@Schema(name = "Verified")
public record VerifiedJson(@Schema(description = "The account's address from now on.", required = true) String email) {}
