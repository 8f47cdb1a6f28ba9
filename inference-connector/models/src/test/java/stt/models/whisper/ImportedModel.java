package stt.models.whisper;

import static java.util.Objects.requireNonNull;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** An imported model in ONNX Runtime, run as the engine does: keys and values stay in one buffer, bound in and out. */
final class ImportedModel implements AutoCloseable {
    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final int positions;
    private final OrtSession encoder;
    private final OrtSession decoder;
    private final int layers;

    /** @param positions tokens that a decode may have */
    ImportedModel(Path folder, int positions) throws OrtException {
        this.positions = positions;
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.addConfigEntry("session.intra_op.allow_spinning", "0");
            encoder = environment.createSession(folder.resolve("encoder.onnx").toString(), options);
            decoder = environment.createSession(folder.resolve("decoder.onnx").toString(), options);
        }
        layers = (int)
                decoder.getInputNames().stream().filter(n -> n.startsWith("pk")).count();
    }

    OrtSession encoder() {
        return encoder;
    }

    OrtSession decoder() {
        return decoder;
    }

    /** mel [batch][bins][frames]; the caller closes the result. */
    OrtSession.Result encode(float[][][] mel) throws OrtException {
        try (OnnxTensor input = OnnxTensor.createTensor(environment, mel)) {
            return encoder.run(Map.of("mel", input));
        }
    }

    /** Starts a decode over what the encoder gave. */
    Decoding decode(OrtSession.Result encoded, int batch) throws OrtException {
        return new Decoding(encoded, batch);
    }

    @Override
    public void close() throws OrtException {
        encoder.close();
        decoder.close();
    }

    /**
     * What one run of the decoder gives.
     *
     * @param logits [batch][1][vocabulary]
     * @param attention [batch][alignment head][tokens][states]
     */
    @SuppressWarnings("ArrayRecordComponent") // read, never compared
    record Step(float[][][] logits, float[][][][] attention) {}

    /** A decode in progress. */
    final class Decoding implements AutoCloseable {
        private final Map<String, OnnxTensor> inputs = new HashMap<>();
        private final Map<String, OnnxTensor> cache = new HashMap<>();
        private final int batch;
        private int past;

        private Decoding(OrtSession.Result encoded, int batch) throws OrtException {
            this.batch = batch;
            TensorInfo cached = (TensorInfo)
                    requireNonNull(decoder.getInputInfo().get("pk0")).getInfo();
            long[] shape = cached.getShape();
            OnnxJavaType type = cached.type;
            int heads = (int) shape[1];
            int headWidth = (int) shape[3];
            for (int i = 0; i < layers; i++) {
                for (String kind : new String[] {"k", "v"}) {
                    inputs.put("c" + kind + i, (OnnxTensor)
                            encoded.get("c" + kind + i).orElseThrow());
                    ByteBuffer buffer = direct(batch * heads * positions * headWidth * type.size);
                    OnnxTensor tensor = OnnxTensor.createTensor(
                            environment, buffer, new long[] {batch, heads, positions, headWidth}, type);
                    cache.put(kind + i, tensor);
                    inputs.put("p" + kind + i, tensor);
                }
            }
        }

        /** Runs the decoder over the next tokens [batch][tokens]. */
        Step step(long[][] ids) throws OrtException {
            int tokens = ids[0].length;
            int total = past + tokens;
            LongBuffer flat = direct(batch * tokens * Long.BYTES).asLongBuffer();
            IntBuffer lengths = direct(batch * Integer.BYTES).asIntBuffer();
            for (long[] row : ids) {
                flat.put(row);
                lengths.put(total - 1);
            }
            IntBuffer all = direct(Integer.BYTES).asIntBuffer().put(0, total);
            try (OnnxTensor idsTensor =
                            OnnxTensor.createTensor(environment, flat.rewind(), new long[] {batch, tokens});
                    OnnxTensor lengthsTensor =
                            OnnxTensor.createTensor(environment, lengths.rewind(), new long[] {batch});
                    OnnxTensor totalTensor = OnnxTensor.createTensor(environment, all, new long[0])) {
                inputs.put("ids", idsTensor);
                inputs.put("seqlens", lengthsTensor);
                inputs.put("total", totalTensor);
                try (OrtSession.Result result = decoder.run(inputs, Set.of("logits", "xattn"), cache)) {
                    past = total;
                    return new Step(
                            (float[][][]) result.get("logits").orElseThrow().getValue(),
                            (float[][][][]) result.get("xattn").orElseThrow().getValue());
                }
            }
        }

        @Override
        public void close() {
            cache.values().forEach(OnnxTensor::close);
        }
    }

    private static ByteBuffer direct(int bytes) {
        return ByteBuffer.allocateDirect(bytes).order(ByteOrder.nativeOrder());
    }
}
