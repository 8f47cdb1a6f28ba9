package stt.web.accounts;

import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import stt.accounts.SignUp;

/** A new account with its first key. */
@Schema(name = "SignedUp", description = "The new account, with its first key.")
@JsonbPropertyOrder({"id", "email", "name", "created", "apiKey", "awaitsVerification"})
public record SignedUpJson(
        @Schema(description = "The account's.", format = "uuid", required = true) String id,
        @Schema(description = "Also the login.", required = true) String email,
        @Schema(required = true) String name,
        @Schema(format = "date-time", required = true) String created,
        @Schema(name = "api_key", description = "Shown this once.", required = true) @JsonbProperty("api_key")
                String apiKey,
        @Schema(
                        name = "awaits_verification",
                        description = "Whether account and key work only once the mailed link has been followed.",
                        required = true)
                @JsonbProperty("awaits_verification")
                boolean awaitsVerification) {

    static SignedUpJson of(SignUp.SignedUp signedUp) {
        return new SignedUpJson(
                signedUp.account().toString(),
                signedUp.email(),
                signedUp.name(),
                signedUp.createdAt().toString(),
                signedUp.key().text(),
                signedUp.awaitsVerification());
    }
}
