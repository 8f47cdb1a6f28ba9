package stt.web.accounts;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An address, for the OpenAPI document. */
@Schema(name = "EmailForm")
public record EmailForm(@Schema(required = true, example = "ada@example.org") String email) {}
