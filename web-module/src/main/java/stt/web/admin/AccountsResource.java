package stt.web.admin;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import stt.accounts.Account;
import stt.accounts.Accounts;
import stt.accounts.AdministerAccounts;
import stt.accounts.Plan;
import stt.accounts.Role;
import stt.web.accounts.AccountJson;
import stt.web.accounts.AccountView;
import stt.web.errors.ErrorJson;
import stt.web.json.Fields;
import stt.web.json.Ids;
import stt.web.openapi.DocumentFilter;
import stt.web.paging.Page;
import stt.web.paging.Paging;

/** {@code /api/v1/admin/accounts/}. */
@Path("api/v1/admin/accounts")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Administration")
@SecurityRequirement(name = DocumentFilter.KEY)
public class AccountsResource {

    @EJB
    private Accounts accounts;

    @EJB
    private AdministerAccounts administer;

    @Inject
    private AccountView view;

    @Inject
    private Paging paging;

    /** All accounts, by address. */
    @GET
    @Operation(operationId = "listAccounts", summary = "All accounts", description = "For administrators. By address.")
    @Parameter(
            name = "email",
            in = ParameterIn.QUERY,
            description = "Only the account with this address.",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "page",
            in = ParameterIn.QUERY,
            description = "From 1.",
            schema = @Schema(type = SchemaType.INTEGER))
    @Parameter(
            name = "page_size",
            in = ParameterIn.QUERY,
            description = "From 1 to 100; 20 if left out.",
            schema = @Schema(type = SchemaType.INTEGER))
    @APIResponseSchema(value = AccountsJson.class, responseCode = "200", responseDescription = "A page of accounts.")
    public AccountsJson list(@Context HttpServletRequest request) {
        Administrators.require(request);
        Optional<String> email = Optional.ofNullable(request.getParameter("email"));
        Page page = Page.of(request);
        List<AccountSummaryJson> found = accounts.list(email, page.skipped(), page.size()).stream()
                .map(AccountSummaryJson::of)
                .toList();
        return AccountsJson.of(paging.place(page, request, accounts.count(email)), found);
    }

    /** One account, as its owner sees it. */
    @GET
    @Path("{id}")
    @Operation(operationId = "accountOf", summary = "One account", description = "For administrators.")
    @APIResponseSchema(value = AccountJson.class, responseCode = "200", responseDescription = "The account.")
    public AccountJson get(@Context HttpServletRequest request, @PathParam("id") String id) {
        Administrators.require(request);
        return view.of(existing(id));
    }

    /** Gives an account another plan or role. */
    @PATCH
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "changeAccountOf",
            summary = "Change an account's plan or role",
            description = "For administrators. What is left out stays.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = AccountStandingForm.class)))
    @APIResponseSchema(value = AccountJson.class, responseCode = "200", responseDescription = "The changed account.")
    @APIResponse(
            responseCode = "409",
            description = "Nobody would be an administrator any more.",
            content = @Content(schema = @Schema(implementation = ErrorJson.class)))
    public AccountJson patch(@Context HttpServletRequest request, @PathParam("id") String id) {
        Administrators.require(request);
        Account present = existing(id);
        Fields fields = Fields.of(request);
        return administer
                .change(present.id(), fields.choice("plan", Plan.class), fields.choice("role", Role.class))
                .map(view::of)
                .orElseThrow(NotFoundException::new);
    }

    private Account existing(String id) {
        return accounts.withId(Ids.of(id)).orElseThrow(NotFoundException::new);
    }
}
