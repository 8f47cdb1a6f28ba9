package stt.connector.devices;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import stt.engine.CudaDevice;
import stt.engine.onnx.CudaRuntime;
import stt.inference.api.InferenceStatus.Gpu;

/**
 * What there is to find out of the machine, each step dearer than the one before.
 *
 * @param driver whether there can be a driver; quick, loads nothing
 * @param gpus what the driver knows; runs a program
 * @param build whether this build carries what GPUs need; quick, loads nothing
 * @param trial computes something on a GPU, and throws {@link stt.engine.UnusableModel} when that does not work; loads
 *     CUDA's libraries, for good
 */
public record Hardware(
        BooleanSupplier driver, Supplier<List<Gpu>> gpus, BooleanSupplier build, Consumer<CudaDevice> trial) {

    /** This machine. {@code natives} loads ONNX Runtime, if it is not loaded yet. */
    public static Hardware here(Runnable natives) {
        return new Hardware(
                CudaRuntime::isDriverLikely, NvidiaDriver.INSTALLED::gpus, CudaRuntime::isBuiltIn, device -> {
                    natives.run();
                    CudaRuntime.tryOut(device);
                });
    }
}
