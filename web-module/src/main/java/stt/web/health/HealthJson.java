package stt.web.health;

import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import stt.inference.api.InferenceStatus;
import stt.inference.api.InferenceStatus.Gpu;

/** The state of the service. */
@Schema(
        name = "Health",
        description =
                "The state of the service. devices are the CPU, then the GPUs that the driver knows; models are those in memory, on their way there, or that could not be loaded.")
@JsonbPropertyOrder({"status", "gpuAvailable", "gpuName", "gpuMemoryMegabytes", "detail", "devices", "models"})
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
                Long gpuMemoryMegabytes,
        @Schema(description = "Why it is not ok; absent when it is.") @Nullable String detail,
        @Schema(required = true) List<DeviceJson> devices,
        @Schema(required = true) List<ModelHealthJson> models) {

    static HealthJson of(InferenceStatus status) {
        return new HealthJson(
                status.readiness().name().toLowerCase(Locale.ROOT),
                status.gpu().isPresent(),
                status.gpu().map(Gpu::name).orElse(null),
                status.gpu().map(Gpu::memoryMegabytes).orElse(null),
                status.detail().orElse(null),
                status.devices().stream().map(DeviceJson::of).toList(),
                status.models().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(model -> ModelHealthJson.of(model.getKey(), model.getValue()))
                        .toList());
    }
}
