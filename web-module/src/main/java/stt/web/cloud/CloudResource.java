package stt.web.cloud;

import jakarta.ejb.EJB;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import stt.cloud.CloudInstances;
import stt.web.access.CurrentCaller;
import stt.web.openapi.DocumentFilter;
import stt.web.paging.Paging.Place;

/** {@code GET /api/v1/cloud/}. */
@Path("api/v1/cloud")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Account")
@SecurityRequirement(name = DocumentFilter.KEY)
public class CloudResource {

    @EJB
    private CloudInstances instances;

    /** The account's private instances. */
    @GET
    @Operation(
            operationId = "listCloudInstances",
            summary = "The account's private instances",
            description = "By name, all on one page; none where the account is not subscribed.")
    @APIResponseSchema(value = InstancesJson.class, responseCode = "200", responseDescription = "The instances.")
    public InstancesJson list(@Context HttpServletRequest request) {
        List<InstanceJson> all = instances.of(CurrentCaller.account(request)).stream()
                .map(InstanceJson::of)
                .toList();
        return InstancesJson.of(Place.whole(all.size()), all);
    }
}
