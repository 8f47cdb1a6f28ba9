package stt.web.health;

import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import stt.inference.api.ModelState;
import stt.web.json.Texts;

/** A model that is in memory, on its way there, or could not be loaded. */
@Schema(
        name = "ModelHealth",
        description =
                "A model that is in memory, on its way there, or could not be loaded; devices are those that it is on.")
@JsonbPropertyOrder({
    "id",
    "state",
    "devices",
    "memoryMegabytes",
    "measuredMegabytes",
    "idleSince",
    "lastError",
    "nextTry"
})
public record ModelHealthJson(
        @Schema(
                        description =
                                "As GET /v1/models lists it; diarization stands for those that tell speakers apart.",
                        example = "base",
                        required = true)
                String id,
        @Schema(
                        enumeration = {"unloaded", "loading", "loaded", "failed"},
                        required = true)
                String state,
        @Schema(required = true) List<String> devices,
        @Schema(
                        name = "memory_mb",
                        description = "What it counts with against the limit of their memory.",
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
        @Schema(name = "idle_since", description = "Since when nobody uses it.", format = "date-time")
                @JsonbProperty("idle_since")
                @Nullable
                String idleSince,
        @Schema(name = "last_error", description = "Why it could not be loaded.") @JsonbProperty("last_error") @Nullable
                String lastError,
        @Schema(name = "next_try", description = "Until when it is refused for that.", format = "date-time")
                @JsonbProperty("next_try")
                @Nullable
                String nextTry) {

    static ModelHealthJson of(String id, ModelState state) {
        return new ModelHealthJson(
                id,
                Texts.of(state.phase()),
                state.devices(),
                state.memoryBytes() / DeviceJson.MEGABYTE,
                state.measuredBytes().isPresent() ? state.measuredBytes().getAsLong() / DeviceJson.MEGABYTE : null,
                state.idleSince().map(Instant::toString).orElse(null),
                state.failure().map(ModelState.Failure::reason).orElse(null),
                state.failure().map(failure -> failure.nextTry().toString()).orElse(null));
    }
}
