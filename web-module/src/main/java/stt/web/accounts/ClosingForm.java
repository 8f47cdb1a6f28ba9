package stt.web.accounts;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What closing an account needs, for the OpenAPI document. */
@Schema(name = "ClosingForm")
public record ClosingForm(@Schema(description = "The account's.", required = true) String password) {}
