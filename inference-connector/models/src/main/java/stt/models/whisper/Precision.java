package stt.models.whisper;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import stt.models.whisper.BlockLinear.Arithmetic;

/** How the matrices of an imported model are stored and multiplied. Everything else is float32. */
public enum Precision {
    /** 8-bit integers with one float32 scale per 32 weights ({@code MatMulNBits}, accuracy level 4): the default on CPU. */
    NB8,
    /** 32-bit floats, as the reference to compare with. */
    FP32;

    /** Name in catalogs, manifests and configuration: {@code nb8} or {@code fp32}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The precision with this {@link #id()}. */
    public static Optional<Precision> of(String id) {
        return Arrays.stream(values()).filter(p -> p.id().equals(id)).findFirst();
    }

    /** Multiplies many rows at once. */
    Linear encoderLinear(GraphWeights weights) {
        return switch (this) {
            case NB8 -> new BlockLinear(weights, Arithmetic.FLOAT);
            case FP32 -> new FloatLinear(weights);
        };
    }

    /** Multiplies one row, or a few. */
    Linear decoderLinear(GraphWeights weights) {
        return switch (this) {
            case NB8 -> new BlockLinear(weights, Arithmetic.INT8);
            case FP32 -> new FloatLinear(weights);
        };
    }
}
