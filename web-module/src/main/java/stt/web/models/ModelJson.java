package stt.web.models;

import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import stt.inference.ServedModel;
import stt.inference.api.ModelInfo;

/** A model, as the list shows it. */
@Schema(name = "Model")
@JsonbPropertyOrder({"id", "name", "languages", "speed", "installed", "loaded", "servedBy"})
public record ModelJson(
        @Schema(description = "What requests call it.", example = "large-v3-turbo", required = true) String id,
        @Schema(example = "Whisper Large V3 Turbo", required = true) String name,
        @Schema(description = "How many languages it transcribes.", example = "99", required = true) int languages,
        @Schema(
                        enumeration = {"standard", "fast", "very_fast"},
                        required = true)
                String speed,
        @Schema(description = "Whether its files are on this machine.", required = true) boolean installed,
        @Schema(description = "Whether its weights are in memory now.", required = true) boolean loaded,
        @Schema(
                        name = "served_by",
                        description =
                                "The installed model that runs in its place, as the operator configured; absent when it runs itself, or cannot run.",
                        example = "base")
                @JsonbProperty("served_by")
                @Nullable
                String servedBy) {

    static ModelJson of(ServedModel model) {
        ModelInfo info = model.info();
        Optional<String> servedBy = model.servedBy();
        return new ModelJson(
                info.id(),
                info.name(),
                info.languages().size(),
                info.speed(),
                info.installed(),
                info.loaded(),
                servedBy.orElse(null));
    }
}
