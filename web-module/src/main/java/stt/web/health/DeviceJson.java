package stt.web.health;

import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import stt.inference.api.InferenceStatus.Device;
import stt.inference.api.InferenceStatus.Gpu;

/** What models can be on. */
@Schema(name = "Device")
@JsonbPropertyOrder({
    "id",
    "modelsMegabytes",
    "modelsLimitMegabytes",
    "name",
    "memoryMegabytes",
    "memoryUsedMegabytes",
    "utilization"
})
public record DeviceJson(
        @Schema(description = "cpu, or cuda: and the number of a GPU.", example = "cuda:0", required = true) String id,
        @Schema(name = "models_mb", description = "What models take of its memory.", required = true)
                @JsonbProperty("models_mb")
                long modelsMegabytes,
        @Schema(name = "models_limit_mb", description = "How much they may take; 0: none run there.", required = true)
                @JsonbProperty("models_limit_mb")
                long modelsLimitMegabytes,
        @Schema(description = "Of a GPU.", example = "NVIDIA A100") @Nullable String name,
        @Schema(name = "memory_mb", description = "All of a GPU's memory, in MiB as its driver counts.")
                @JsonbProperty("memory_mb")
                @Nullable
                Long memoryMegabytes,
        @Schema(name = "memory_used_mb", description = "What all programs have taken of it, a moment ago.")
                @JsonbProperty("memory_used_mb")
                @Nullable
                Long memoryUsedMegabytes,
        @Schema(description = "Per cent of the time in which the GPU computed, a moment ago.") @Nullable
                Integer utilization) {

    static final long MEGABYTE = 1_000_000;

    static DeviceJson of(Device device) {
        Optional<Gpu> gpu = device.gpu();
        return new DeviceJson(
                device.id(),
                device.modelBytes() / MEGABYTE,
                device.modelLimit() / MEGABYTE,
                gpu.map(Gpu::name).orElse(null),
                gpu.map(Gpu::memoryMegabytes).orElse(null),
                gpu.flatMap(DeviceJson::used).orElse(null),
                gpu.flatMap(DeviceJson::utilization).orElse(null));
    }

    private static Optional<Long> used(Gpu gpu) {
        return gpu.usedMegabytes().stream().boxed().findFirst();
    }

    private static Optional<Integer> utilization(Gpu gpu) {
        return gpu.utilization().stream().boxed().findFirst();
    }
}
