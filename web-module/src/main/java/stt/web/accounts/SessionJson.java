package stt.web.accounts;

import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import stt.accounts.Session;

/** A browser that is signed in. */
@Schema(name = "Session")
@JsonbPropertyOrder({"account", "csrfToken", "expires"})
public record SessionJson(
        @Schema(description = "Id of the account.", format = "uuid", required = true) String account,
        @Schema(
                        name = "csrf_token",
                        description =
                                "For the header X-CSRF-Token, where a browser sends neither Sec-Fetch-Site nor Origin.",
                        required = true)
                @JsonbProperty("csrf_token")
                String csrfToken,
        @Schema(description = "When it ends unless it is used again.", format = "date-time", required = true)
                String expires) {

    static SessionJson of(Session session) {
        return new SessionJson(
                session.caller().account().orElseThrow().toString(),
                session.csrfToken(),
                session.ends().toString());
    }
}
