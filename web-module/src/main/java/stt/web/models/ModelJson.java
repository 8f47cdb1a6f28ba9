package stt.web.models;

import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import stt.inference.ServedModel;
import stt.inference.api.ModelInfo;
import stt.inference.api.ModelState;
import stt.web.json.Texts;

/** A model, as the list shows it. */
@Schema(name = "Model")
@JsonbPropertyOrder({
    "id",
    "name",
    "languages",
    "speed",
    "installed",
    "loaded",
    "servedBy",
    "state",
    "devices",
    "memoryMegabytes",
    "measuredMegabytes",
    "idleSince",
    "lastError",
    "nextTry"
})
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
                String servedBy,
        @Schema(
                        description =
                                "On this server: not in memory, on its way there, there, or refused because it could not be loaded. devices names what it is on: cpu, cuda:0 and so on.",
                        enumeration = {"unloaded", "loading", "loaded", "failed"},
                        required = true)
                String state,
        @Schema(required = true) List<String> devices,
        @Schema(
                        name = "memory_mb",
                        description = "What it counts with against the limit of their memory; 0 unless it is there.",
                        required = true)
                @JsonbProperty("memory_mb")
                long memoryMegabytes,
        @Schema(
                        name = "measured_mb",
                        description =
                                "What memory in use grew by when it was loaded and tried; absent when that cannot be told.")
                @JsonbProperty("measured_mb")
                @Nullable
                Long measuredMegabytes,
        @Schema(
                        name = "idle_since",
                        description = "Since when it is in memory and nobody uses it.",
                        format = "date-time")
                @JsonbProperty("idle_since")
                @Nullable
                String idleSince,
        @Schema(name = "last_error", description = "Why it could not be loaded.") @JsonbProperty("last_error") @Nullable
                String lastError,
        @Schema(name = "next_try", description = "Until when it is refused for that.", format = "date-time")
                @JsonbProperty("next_try")
                @Nullable
                String nextTry) {

    private static final long MEGABYTE = 1_000_000;

    static ModelJson of(ServedModel model) {
        ModelInfo info = model.info();
        ModelState state = info.state();
        return new ModelJson(
                info.id(),
                info.name(),
                info.languages().size(),
                info.speed(),
                info.installed(),
                info.loaded(),
                model.servedBy().orElse(null),
                Texts.of(state.phase()),
                state.devices(),
                state.memoryBytes() / MEGABYTE,
                state.measuredBytes().isPresent() ? state.measuredBytes().getAsLong() / MEGABYTE : null,
                state.idleSince().map(Instant::toString).orElse(null),
                state.failure().map(ModelState.Failure::reason).orElse(null),
                state.failure().map(failure -> failure.nextTry().toString()).orElse(null));
    }
}
