package stt.engine.onnx;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import stt.engine.EngineOptions;
import stt.engine.UnusableModel;

/** An ONNX file in memory, ready to run. Thread-safe: any number of threads may run it at a time. */
public final class OnnxGraph implements AutoCloseable {

    private final Path file;
    private final OrtSession session;
    private final Map<String, NodeInfo> inputs;
    private final Map<String, NodeInfo> outputs;

    private OnnxGraph(Path file, OrtSession session) throws OrtException {
        this.file = file;
        this.session = session;
        this.inputs = session.getInputInfo();
        this.outputs = session.getOutputInfo();
    }

    /**
     * Loads {@code file} and the weights that it names.
     *
     * @throws UnusableModel when there is no such file, when it is not a graph that ONNX Runtime can run, or when {@code
     *     options} name a CUDA device and there is none
     */
    public static OnnxGraph open(Path file, EngineOptions options) {
        if (!Files.isRegularFile(file)) {
            throw new UnusableModel("The model file " + file + " is missing.");
        }
        try (OrtSession.SessionOptions settings = settings(options)) {
            OrtSession session = OrtEnvironment.getEnvironment().createSession(file.toString(), settings);
            return new OnnxGraph(file, session);
        } catch (OrtException e) {
            throw new UnusableModel("ONNX Runtime cannot load " + file + ": " + Reasons.firstLine(e), e);
        }
    }

    private static OrtSession.SessionOptions settings(EngineOptions options) throws OrtException {
        options.cuda().ifPresent(device -> CudaRuntime.require());
        OrtSession.SessionOptions settings = new OrtSession.SessionOptions();
        try {
            settings.setIntraOpNumThreads(options.intraOpThreads());
            settings.setInterOpNumThreads(1);
            settings.addConfigEntry("session.intra_op.allow_spinning", "0");
            settings.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR);
            if (options.cuda().isPresent()) {
                CudaRuntime.addTo(settings, options.cuda().get());
            }
            return settings;
        } catch (OrtException e) {
            settings.close();
            throw e;
        }
    }

    /** The native session, for running; this graph stays its owner. */
    public OrtSession session() {
        return session;
    }

    /** Whether the graph takes an input of this name. */
    public boolean hasInput(String name) {
        return inputs.containsKey(name);
    }

    /**
     * The name of the input of a graph that has one.
     *
     * @throws UnusableModel when it has more or none
     */
    public String onlyInput() {
        return only(inputs, "input");
    }

    /**
     * The name of the output of a graph that has one.
     *
     * @throws UnusableModel when it has more or none
     */
    public String onlyOutput() {
        return only(outputs, "output");
    }

    private String only(Map<String, NodeInfo> nodes, String what) {
        if (nodes.size() != 1) {
            throw new UnusableModel("The model file " + file + " is not what this engine runs: it has " + nodes.size()
                    + " " + what + "s, " + nodes.keySet() + ", and not one.");
        }
        return nodes.keySet().iterator().next();
    }

    /** How many outputs have names that start so. */
    public int outputsNamed(String prefix) {
        return (int) outputs.keySet().stream().filter(n -> n.startsWith(prefix)).count();
    }

    /**
     * The shape of an input, -1 where a dimension is free.
     *
     * @throws UnusableModel when there is no such input
     */
    public long[] inputShape(String name) {
        return shape(inputs.get(name), "input " + name);
    }

    /**
     * The type of the numbers of an input.
     *
     * @throws UnusableModel when there is no such input
     */
    public OnnxJavaType inputType(String name) {
        return tensor(inputs.get(name), "input " + name).type;
    }

    /**
     * The shape of an output, -1 where a dimension is free.
     *
     * @throws UnusableModel when there is no such output
     */
    public long[] outputShape(String name) {
        return shape(outputs.get(name), "output " + name);
    }

    private long[] shape(@org.jspecify.annotations.Nullable NodeInfo node, String what) {
        return tensor(node, what).getShape();
    }

    private TensorInfo tensor(@org.jspecify.annotations.Nullable NodeInfo node, String what) {
        if (node != null && node.getInfo() instanceof TensorInfo tensor) {
            return tensor;
        }
        throw new UnusableModel("The model file " + file + " is not what this engine runs: it has no " + what + ".");
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException("ONNX Runtime could not free " + file, e);
        }
    }
}
