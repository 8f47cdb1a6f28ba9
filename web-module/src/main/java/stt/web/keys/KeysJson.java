package stt.web.keys;

import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import stt.web.paging.Paging.Place;

/** The keys of an account. */
@Schema(name = "Keys")
@JsonbPropertyOrder({"count", "next", "previous", "results"})
public record KeysJson(
        @Schema(description = "On all pages.", required = true) long count,
        @Schema(description = "Address of the next page.", nullable = true, required = true)
                @JsonbProperty(nillable = true)
                @Nullable
                String next,
        @Schema(description = "Address of the page before.", nullable = true, required = true)
                @JsonbProperty(nillable = true)
                @Nullable
                String previous,
        @Schema(required = true) List<KeyJson> results) {

    static KeysJson of(Place place, List<KeyJson> results) {
        return new KeysJson(
                place.count(), place.next().orElse(null), place.previous().orElse(null), results);
    }
}
