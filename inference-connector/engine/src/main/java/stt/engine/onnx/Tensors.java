package stt.engine.onnx;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;

/** Tensors by name over native buffers of others, freed together. Not thread-safe. */
public final class Tensors implements AutoCloseable {

    private final Map<String, OnnxTensor> byName = new HashMap<>();

    /** Adds a tensor over {@code buffer} from {@code offset} on, without copying; the buffer's position is ignored. */
    public void put(String name, FloatBuffer buffer, int offset, long... shape) throws OrtException {
        FloatBuffer part = buffer.slice(offset, count(shape));
        add(name, OnnxTensor.createTensor(OrtEnvironment.getEnvironment(), part, shape));
    }

    /** Adds a tensor of numbers of a type over {@code buffer}, from number {@code offset} on, without copying. */
    public void put(String name, ByteBuffer buffer, OnnxJavaType type, int offset, long... shape) throws OrtException {
        ByteBuffer part =
                buffer.slice(offset * type.size, count(shape) * type.size).order(ByteOrder.nativeOrder());
        add(name, OnnxTensor.createTensor(OrtEnvironment.getEnvironment(), part, shape, type));
    }

    /** Adds a tensor over the beginning of {@code buffer}, without copying. */
    public void put(String name, LongBuffer buffer, long... shape) throws OrtException {
        LongBuffer part = buffer.slice(0, count(shape));
        add(name, OnnxTensor.createTensor(OrtEnvironment.getEnvironment(), part, shape));
    }

    /** Adds a tensor over the beginning of {@code buffer}, without copying. */
    public void put(String name, IntBuffer buffer, long... shape) throws OrtException {
        IntBuffer part = buffer.slice(0, count(shape));
        add(name, OnnxTensor.createTensor(OrtEnvironment.getEnvironment(), part, shape));
    }

    private void add(String name, OnnxTensor tensor) {
        OnnxTensor before = byName.put(name, tensor);
        if (before != null) {
            before.close();
        }
    }

    private static int count(long[] shape) {
        long count = 1;
        for (long dimension : shape) {
            count *= dimension;
        }
        return Math.toIntExact(count);
    }

    /** The tensors; valid until this is closed or a name is put again. */
    public Map<String, OnnxTensor> byName() {
        return Collections.unmodifiableMap(byName);
    }

    @Override
    public void close() {
        byName.values().forEach(OnnxTensor::close);
        byName.clear();
    }
}
