package stt.web.admin;

import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import stt.web.paging.Paging.Place;

/** All models, on one page. */
@Schema(name = "StoredModels")
@JsonbPropertyOrder({"count", "next", "previous", "results"})
public record StoredModelsJson(
        @Schema(required = true) long count,
        @Schema(description = "Always null: they fit on a page.", nullable = true, required = true)
                @JsonbProperty(nillable = true)
                @Nullable
                String next,
        @Schema(description = "Always null.", nullable = true, required = true)
                @JsonbProperty(nillable = true)
                @Nullable
                String previous,
        @Schema(required = true) List<StoredModelJson> results) {

    static StoredModelsJson of(List<StoredModelJson> models) {
        Place place = Place.whole(models.size());
        return new StoredModelsJson(
                place.count(), place.next().orElse(null), place.previous().orElse(null), models);
    }
}
