package stt.web.usage;

import jakarta.ejb.EJB;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import stt.usage.UsageReports;
import stt.web.access.CurrentCaller;
import stt.web.openapi.DocumentFilter;

/** {@code GET /api/v1/usage/}. */
@Path("api/v1/usage")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Account")
@SecurityRequirement(name = DocumentFilter.KEY)
public class UsageResource {

    private static final int DAYS = 30;

    @EJB
    private UsageReports reports;

    /** What the account had done in the last 30 days. */
    @GET
    @Operation(
            operationId = "usage",
            summary = "Usage of the last 30 days",
            description =
                    "One row a day (UTC), today the last, days without any included. Work counts on the day on which it was"
                            + " asked for.")
    @APIResponseSchema(value = UsageJson.class, responseCode = "200", responseDescription = "The usage.")
    public UsageJson get(@Context HttpServletRequest request) {
        return UsageJson.of(reports.lastDays(CurrentCaller.account(request), DAYS));
    }
}
