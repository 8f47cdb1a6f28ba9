package stt.models.whisper;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import stt.models.whisper.BlockLinear.Arithmetic;

/** How the matrices of an imported model are stored and multiplied. Everything else is float32, but for {@link #FP16}. */
public enum Precision {
    /** 8-bit integers with one float32 scale per 32 weights ({@code MatMulNBits}, accuracy level 4): the default on CPU. */
    NB8,
    /** 32-bit floats, as the reference to compare with. */
    FP32,
    /** 16-bit floats throughout, keys and values included: for CUDA. Only mel, logits and attention stay float32. */
    FP16;

    /** Parts of that build. */
    private static final List<String> CUDA_LIBRARIES = List.of(
            "/ai/onnxruntime/native/linux-x64/libonnxruntime_providers_cuda.so",
            "/ai/onnxruntime/native/win-x64/onnxruntime_providers_cuda.dll");

    /** Files that the driver makes on Linux, in the Windows Subsystem for Linux, and on Windows. */
    private static final List<Path> DRIVER =
            List.of(Path.of("/dev/nvidiactl"), Path.of("/dev/dxg"), Path.of("C:\\Windows\\System32\\nvcuda.dll"));

    /** Name in catalogs, manifests and configuration: {@code nb8}, {@code fp32} or {@code fp16}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The precision with this {@link #id()}. */
    public static Optional<Precision> of(String id) {
        return Arrays.stream(values()).filter(p -> p.id().equals(id)).findFirst();
    }

    /**
     * What a model is imported to unless somebody wants it otherwise: {@link #FP16} where it will run on a GPU, in a build with
     * ONNX Runtime for CUDA on a machine with NVIDIA's driver, else {@link #NB8}.
     */
    public static Precision ofThisMachine() {
        boolean build = CUDA_LIBRARIES.stream().anyMatch(file -> Precision.class.getResource(file) != null);
        return build && DRIVER.stream().anyMatch(Files::exists) ? FP16 : NB8;
    }

    /** What everything that is no block of 8-bit integers is stored and computed in. */
    DataType numbers() {
        return this == FP16 ? DataType.FLOAT16 : DataType.FLOAT;
    }

    /** Multiplies many rows at once. */
    Linear encoderLinear(GraphWeights weights) {
        return switch (this) {
            case NB8 -> new BlockLinear(weights, Arithmetic.FLOAT);
            case FP32, FP16 -> new FloatLinear(weights);
        };
    }

    /** Multiplies one row, or a few. */
    Linear decoderLinear(GraphWeights weights) {
        return switch (this) {
            case NB8 -> new BlockLinear(weights, Arithmetic.INT8);
            case FP32, FP16 -> new FloatLinear(weights);
        };
    }
}
