package stt.web.accounts;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import stt.credits.GrantCredits;
import stt.credits.Ledger;
import stt.web.access.CurrentCaller;
import stt.web.openapi.DocumentFilter;
import stt.web.paging.Page;
import stt.web.paging.Paging;

/** {@code GET /api/v1/account/credits/}. */
@Path("api/v1/account/credits")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Account")
@SecurityRequirement(name = DocumentFilter.KEY)
public class LedgerResource {

    @EJB
    private GrantCredits credits;

    @EJB
    private Ledger ledger;

    @Inject
    private Paging paging;

    /** The balance, and how it came to be, newest first. */
    @GET
    @Operation(
            operationId = "credits",
            summary = "Credits, and how they came to be",
            description = "Newest first. 1 credit is 100 cents.")
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
    @APIResponseSchema(value = LedgerJson.class, responseCode = "200", responseDescription = "A page of the ledger.")
    public LedgerJson get(@Context HttpServletRequest request) {
        UUID account = CurrentCaller.account(request);
        Page page = Page.of(request);
        List<LedgerEntryJson> entries = ledger.entries(account, page.skipped(), page.size()).stream()
                .map(LedgerEntryJson::of)
                .toList();
        return LedgerJson.of(credits.balance(account), paging.place(page, request, ledger.count(account)), entries);
    }
}
