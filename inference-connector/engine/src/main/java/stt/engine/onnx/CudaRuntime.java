package stt.engine.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import ai.onnxruntime.providers.OrtCUDAProviderOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import stt.engine.CudaDevice;
import stt.engine.UnusableModel;

/** ONNX Runtime's way to NVIDIA's GPUs: a matter of this build, of the machine's driver, and of CUDA's libraries. */
public final class CudaRuntime {

    private static final String LIBRARY = "/ai/onnxruntime/native/%s/%s";

    /** What the driver makes: the second one is the Windows Subsystem for Linux's. */
    private static final List<Path> DRIVER = List.of(Path.of("/dev/nvidiactl"), Path.of("/dev/dxg"));

    private CudaRuntime() {}

    /** Whether this build carries ONNX Runtime for CUDA. Loads nothing: looks for its file in the archive. */
    public static boolean isBuiltIn() {
        return isThere("linux-x64", "libonnxruntime_providers_cuda.so")
                || isThere("win-x64", "onnxruntime_providers_cuda.dll");
    }

    private static boolean isThere(String platform, String file) {
        return CudaRuntime.class.getResource(LIBRARY.formatted(platform, file)) != null;
    }

    /** Whether this machine can have an NVIDIA driver. Loads nothing, and is quick. */
    public static boolean isDriverLikely() {
        boolean linux = System.getProperty("os.name", "").startsWith("Linux");
        return !linux || DRIVER.stream().anyMatch(Files::exists);
    }

    /**
     * Multiplies a number on a device.
     *
     * @throws UnusableModel when that does not work, with the reason
     */
    public static void tryOut(CudaDevice device) {
        require();
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (SessionOptions settings = new SessionOptions()) {
            addTo(settings, device);
            try (OrtSession session = environment.createSession(SmallestGraph.bytes(), settings);
                    OnnxTensor three = OnnxTensor.createTensor(environment, new float[][] {{3}});
                    OrtSession.Result result = session.run(Map.of(SmallestGraph.INPUT, three))) {
                float nine = ((float[][]) result.get(0).getValue())[0][0];
                if (nine != 9) {
                    throw new UnusableModel(
                            "CUDA device " + device.ordinal() + " says that 3 times 3 is " + nine + ".");
                }
            }
        } catch (OrtException e) {
            throw new UnusableModel("CUDA device " + device.ordinal() + " does not work: " + Reasons.firstLine(e), e);
        }
    }

    /** @throws UnusableModel when this build or this machine cannot have CUDA: asking for it all the same is costly */
    static void require() {
        if (!isBuiltIn()) {
            throw new UnusableModel("A CUDA device was asked for, but this build carries ONNX Runtime for the CPU only;"
                    + " build it with -Pgpu.");
        }
        if (!isDriverLikely()) {
            throw new UnusableModel("A CUDA device was asked for, but this machine has no NVIDIA driver.");
        }
    }

    /** Has a session run on a device. What CUDA cannot run of a graph stays on the CPU. */
    static void addTo(SessionOptions settings, CudaDevice device) throws OrtException {
        OrtEnvironment.getEnvironment(); // without one, a failure to load CUDA's libraries cannot be told
        try (OrtCUDAProviderOptions cuda = new OrtCUDAProviderOptions(device.ordinal())) {
            cuda.add("gpu_mem_limit", Long.toString(device.memoryLimit()));
            // The other strategy doubles what a graph takes each time that it needs more.
            cuda.add("arena_extend_strategy", "kSameAsRequested");
            // The default tries every algorithm out at every new length of audio.
            cuda.add("cudnn_conv_algo_search", "HEURISTIC");
            settings.addCUDA(cuda);
        }
    }
}
