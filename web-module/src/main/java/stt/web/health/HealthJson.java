package stt.web.health;

import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import stt.inference.api.InferenceStatus;
import stt.inference.api.InferenceStatus.Gpu;

/** The state of the service. */
@Schema(name = "Health")
@JsonbPropertyOrder({"status", "gpuAvailable", "gpuName", "gpuMemoryMegabytes"})
public record HealthJson(
        @Schema(
                        description = "From whether inference can really run now.",
                        enumeration = {"ok", "loading", "degraded", "unavailable"},
                        required = true)
                String status,
        @Schema(name = "gpu_available", required = true) @JsonbProperty("gpu_available") boolean gpuAvailable,
        @Schema(
                        name = "gpu_name",
                        description = "Null without a GPU.",
                        nullable = true,
                        example = "NVIDIA A100",
                        required = true)
                @JsonbProperty(value = "gpu_name", nillable = true)
                @Nullable
                String gpuName,
        @Schema(
                        name = "gpu_memory_mb",
                        description = "Null without a GPU.",
                        nullable = true,
                        example = "8188",
                        required = true)
                @JsonbProperty(value = "gpu_memory_mb", nillable = true)
                @Nullable
                Long gpuMemoryMegabytes) {

    static HealthJson of(InferenceStatus status) {
        return new HealthJson(
                status.readiness().name().toLowerCase(Locale.ROOT),
                status.gpu().isPresent(),
                status.gpu().map(Gpu::name).orElse(null),
                status.gpu().map(Gpu::memoryMegabytes).orElse(null));
    }
}
