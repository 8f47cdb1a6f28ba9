package stt.engine.onnx;

import ai.onnxruntime.OnnxJavaType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;

/** Zeroed memory outside the heap that tensors can be made over without a copy. Freed with the last reference to it. */
public final class NativeBuffers {

    private NativeBuffers() {}

    /** Room for so many floats. */
    public static FloatBuffer floats(long count) {
        return bytes(count * Float.BYTES).asFloatBuffer();
    }

    /** Room for so many numbers of a type, of 32 or 16 bits. */
    public static ByteBuffer numbers(long count, OnnxJavaType type) {
        return bytes(count * type.size);
    }

    /** So many buffers without room, to be replaced when it is known how much they hold. */
    public static ByteBuffer[] empty(int buffers) {
        ByteBuffer[] none = new ByteBuffer[buffers];
        Arrays.fill(none, bytes(0));
        return none;
    }

    /** Room for so many 64 bit integers. */
    public static LongBuffer longs(long count) {
        return bytes(count * Long.BYTES).asLongBuffer();
    }

    /** Room for so many 32 bit integers. */
    public static IntBuffer ints(long count) {
        return bytes(count * Integer.BYTES).asIntBuffer();
    }

    private static ByteBuffer bytes(long count) {
        return ByteBuffer.allocateDirect(Math.toIntExact(count)).order(ByteOrder.nativeOrder());
    }
}
