package stt.models.whisper;

import java.nio.ByteBuffer;

/**
 * Symmetric 8-bit quantization in blocks of {@link #BLOCK} weights of one row, as ONNX Runtime's {@code MatMulNBits}
 * reads it without zero points: weight = (byte - 128) * scale.
 */
final class BlockQuantizer {
    /** Weights that share a scale. The smallest size that MatMulNBits has fast kernels for, hence the most exact. */
    static final int BLOCK = 32;

    /** What stands for 0. */
    static final int ZERO = 128;

    private static final int LARGEST = 127;
    private static final float SMALLEST_MAXIMUM = 1e-8f; // keeps the scale of a block of zeros above 0

    BlockQuantizer(int columns) {
        if (columns % BLOCK != 0) {
            throw new UnreadableModel(
                    "the model's matrices have %d columns, but 8-bit blocks need a multiple of %d; import it with precision fp32"
                            .formatted(columns, BLOCK));
        }
    }

    /** Quantizes the first {@code elements} weights, whole rows; appends bytes and scales. */
    void quantize(float[] weights, int elements, ByteBuffer bytes, ByteBuffer scales) {
        for (int begin = 0; begin < elements; begin += BLOCK) {
            float maximum = SMALLEST_MAXIMUM;
            for (int i = begin; i < begin + BLOCK; i++) {
                maximum = Math.max(maximum, Math.abs(weights[i]));
            }
            float scale = maximum / LARGEST;
            scales.putFloat(scale);
            for (int i = begin; i < begin + BLOCK; i++) {
                bytes.put((byte) ((int) Math.rint(weights[i] / scale) + ZERO));
            }
        }
    }
}
