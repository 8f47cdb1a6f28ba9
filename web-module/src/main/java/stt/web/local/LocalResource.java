package stt.web.local;

import jakarta.ejb.EJB;
import jakarta.json.JsonObject;
import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import stt.accounts.LocalAdministration;
import stt.accounts.LocalAdministration.FirstAdministrator;
import stt.accounts.LocalAdministration.Login;
import stt.credits.Balance;
import stt.credits.GrantCredits;
import stt.web.admin.GrantedCents;
import stt.web.errors.InvalidRequest;

/** {@code /local/}: {@code stt.web.access} closes it (404) to everybody but the person at the machine. */
@Path("local")
@Produces(MediaType.APPLICATION_JSON)
public class LocalResource {

    private static final int KEY_NAME_LENGTH = 100;
    private static final String GRANTED_HERE = "Granted at the command line";

    /** A new administrator; the password and the key can be read here alone. */
    @JsonbPropertyOrder({"login", "password", "apiKey"})
    public record FirstAdministratorJson(String login, String password, @JsonbProperty("api_key") String apiKey) {}

    /** A new key, which can be read here alone. */
    public record KeyJson(@JsonbProperty("api_key") String apiKey) {}

    /** How to sign in from now on. */
    @JsonbPropertyOrder({"login", "password"})
    public record LoginJson(String login, String password) {}

    /** The credits of an account from now on. */
    @JsonbPropertyOrder({"email", "credits"})
    public record GrantedJson(String email, String credits) {}

    @EJB
    private LocalAdministration administration;

    @EJB
    private GrantCredits grant;

    /** Makes the first administrator: 201, once; 409 from then on. */
    @POST
    @Path("administrators/first")
    @Operation(hidden = true)
    public Response createFirst() {
        FirstAdministrator first = administration.createFirst();
        return created(new FirstAdministratorJson(
                first.login().login(), first.login().password(), first.key().text()));
    }

    /** Makes another key for the first administrator. The body may name it. */
    @POST
    @Path("keys")
    @Operation(hidden = true)
    public Response createKey(@Nullable JsonObject body) {
        Optional<String> name = Optional.ofNullable(body)
                .map(fields -> fields.getString("name", ""))
                .filter(text -> !text.isBlank());
        if (name.isPresent() && name.get().length() > KEY_NAME_LENGTH) {
            throw new InvalidRequest("invalid_name", "A key's name may have " + KEY_NAME_LENGTH + " characters");
        }
        return created(new KeyJson(administration.newKey(name).text()));
    }

    /** Gives the first administrator another password. */
    @POST
    @Path("administrators/reset-password")
    @Operation(hidden = true)
    public LoginJson resetPassword() {
        Login login = administration.resetPassword();
        return new LoginJson(login.login(), login.password());
    }

    /** Grants credits: {@code {"email", "credits"}}. The number is text as well as a number: shells have no types. */
    @POST
    @Path("credits")
    @Operation(hidden = true)
    public GrantedJson grant(@Nullable JsonObject body) {
        long cents = GrantedCents.of(body);
        String email = body == null ? "" : body.getString("email", "");
        Balance balance = grant.toHolderOf(email, cents, GRANTED_HERE);
        return new GrantedJson(email, BigDecimal.valueOf(balance.cents(), 2).toPlainString());
    }

    private static Response created(Object body) {
        return Response.status(Response.Status.CREATED).entity(body).build();
    }
}
