package stt.web.accounts;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import stt.accounts.Account;
import stt.accounts.Accounts;
import stt.accounts.ChangeAccount;
import stt.accounts.CloseAccount;
import stt.accounts.EmailAddress;
import stt.web.access.CurrentCaller;
import stt.web.access.CurrentSession;
import stt.web.access.SessionCookie;
import stt.web.errors.ErrorJson;
import stt.web.json.Fields;
import stt.web.openapi.DocumentFilter;

/** {@code /api/v1/account/}: the account that asks. */
@Path("api/v1/account")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Account")
@SecurityRequirement(name = DocumentFilter.KEY)
public class AccountResource {

    private static final String PREFERENCES = "email_preferences";
    private static final String RETENTION = "retention_days";
    private static final String CHANGING =
            "Fields that are left out stay, and read-only ones are ignored: an account may be sent as it was read.";

    @EJB
    private Accounts accounts;

    @EJB
    private ChangeAccount change;

    @EJB
    private CloseAccount close;

    @Inject
    private AccountView view;

    @Inject
    private SessionCookie cookie;

    /** The account. */
    @GET
    @Operation(operationId = "account", summary = "The account")
    @APIResponseSchema(value = AccountJson.class, responseCode = "200", responseDescription = "The account.")
    public AccountJson get(@Context HttpServletRequest request) {
        return view.of(accounts.existing(CurrentCaller.account(request)));
    }

    /** Changes what the owner decides. */
    @PATCH
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "changeAccount", summary = "Change the account", description = CHANGING)
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = AccountForm.class)))
    @APIResponseSchema(value = AccountJson.class, responseCode = "200", responseDescription = "The changed account.")
    @APIResponse(
            responseCode = "409",
            description = "Another account has the address, and this server sends no mail.",
            content = @Content(schema = @Schema(implementation = ErrorJson.class)))
    public AccountJson patch(@Context HttpServletRequest request) {
        Account present = accounts.existing(CurrentCaller.account(request));
        return view.of(change.change(present.id(), changes(present, Fields.of(request))));
    }

    /** As {@link #patch}. */
    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "putAccount", summary = "Change the account", description = "As PATCH. " + CHANGING)
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = AccountForm.class)))
    @APIResponseSchema(value = AccountJson.class, responseCode = "200", responseDescription = "The changed account.")
    @APIResponse(
            responseCode = "409",
            description = "Another account has the address, and this server sends no mail.",
            content = @Content(schema = @Schema(implementation = ErrorJson.class)))
    public AccountJson put(@Context HttpServletRequest request) {
        return patch(request);
    }

    /** Closes the account. */
    @DELETE
    @Operation(
            operationId = "closeAccount",
            summary = "Close the account",
            description =
                    "Removes it with its keys, transcripts, recordings, credits and all else; this cannot be undone. A key is"
                            + " not enough: it needs a session that was signed in within the last ten minutes.")
    @APIResponse(responseCode = "204", description = "There is no such account any more.")
    @APIResponse(
            responseCode = "403",
            description = "The request has a key, or the session was signed in too long ago.",
            content = @Content(schema = @Schema(implementation = ErrorJson.class)))
    @APIResponse(
            responseCode = "409",
            description = "This is the only administrator.",
            content = @Content(schema = @Schema(implementation = ErrorJson.class)))
    public void delete(@Context HttpServletRequest request, @Context HttpServletResponse response) {
        close.run(CurrentCaller.account(request), CurrentSession.of(request));
        cookie.clear(response);
    }

    private static ChangeAccount.Changes changes(Account present, Fields fields) {
        return new ChangeAccount.Changes(
                fields.optionalText("name"),
                fields.optionalText("email").map(EmailAddress::new),
                Optional.of(EmailPreferencesJson.changed(present.emailPreferences(), fields.object(PREFERENCES))),
                fields.has(RETENTION)
                        ? Optional.of(new ChangeAccount.Retention(fields.integer(RETENTION)))
                        : Optional.empty());
    }
}
