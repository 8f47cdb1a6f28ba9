package stt.web.admin;

import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import stt.web.paging.Paging.Place;

/** All private instances. */
@Schema(name = "RegisteredInstances")
@JsonbPropertyOrder({"count", "next", "previous", "results"})
public record RegisteredInstancesJson(
        @Schema(description = "On all pages.", required = true) long count,
        @Schema(description = "Address of the next page.", nullable = true, required = true)
                @JsonbProperty(nillable = true)
                @Nullable
                String next,
        @Schema(description = "Address of the page before.", nullable = true, required = true)
                @JsonbProperty(nillable = true)
                @Nullable
                String previous,
        @Schema(required = true) List<RegisteredInstanceJson> results) {

    static RegisteredInstancesJson of(Place place, List<RegisteredInstanceJson> results) {
        return new RegisteredInstancesJson(
                place.count(), place.next().orElse(null), place.previous().orElse(null), results);
    }
}
