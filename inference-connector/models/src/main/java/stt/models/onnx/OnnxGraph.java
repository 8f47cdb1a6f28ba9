package stt.models.onnx;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** An ONNX graph in the making: values are known by their names, nodes are added in the order they run. */
public final class OnnxGraph {
    private static final int IR_VERSION = 10; // ONNX 1.16, the first with opset 21; every runtime since reads it
    private static final int OPSET = 20; // the first with Gelu

    private final GraphProto.Builder graph;
    private final Set<String> initializers = new HashSet<>();
    private int nodes;

    public OnnxGraph(String name) {
        graph = GraphProto.newBuilder().setName(name);
    }

    /** Declares an input. Each dimension is an {@code Integer}, or a {@code String} that names one that varies. */
    public void input(String name, TensorProto.DataType type, Object... dimensions) {
        graph.addInput(value(name, type, dimensions));
    }

    /** Declares a value that some node produces as an output; dimensions as for {@link #input}. */
    public void output(String name, TensorProto.DataType type, Object... dimensions) {
        graph.addOutput(value(name, type, dimensions));
    }

    /** Adds a node with one output and returns the name that output gets. */
    public String add(Operation operation) {
        return add(operation, 1).get(0);
    }

    /** Adds a node with the given number of outputs and returns their names. */
    public List<String> add(Operation operation, int outputs) {
        String stem = operation.type() + "_" + nodes;
        List<String> names =
                IntStream.range(0, outputs).mapToObj(i -> stem + "." + i).toList();
        addNamed(operation, names);
        return names;
    }

    /** Adds a node whose outputs have these names; an empty name leaves an optional output out. */
    public void addNamed(Operation operation, List<String> outputs) {
        graph.addNode(NodeProto.newBuilder()
                .setName(operation.type() + "_" + nodes++)
                .setDomain(operation.domain())
                .setOpType(operation.type())
                .addAllInput(operation.inputs())
                .addAllOutput(outputs)
                .addAllAttribute(operation.attributes()));
    }

    /** A vector of 64-bit integers inside the graph; equal vectors are stored once. */
    public String integers(long... values) {
        String name = "i64" + java.util.Arrays.toString(values).replace(" ", "");
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asLongBuffer().put(values);
        return inline(name, TensorProto.DataType.INT64, new int[] {values.length}, bytes);
    }

    /** A single float inside the graph, without dimensions; equal values are stored once. */
    public String scalar(float value) {
        ByteBuffer bytes =
                ByteBuffer.allocate(Float.BYTES).order(ByteOrder.LITTLE_ENDIAN).putFloat(0, value);
        return inline("f32[" + value + "]", TensorProto.DataType.FLOAT, new int[0], bytes);
    }

    /** A tensor whose bytes lie in {@code span}. Several tensors may share one span. */
    public String external(String name, TensorProto.DataType type, List<Integer> dimensions, ExternalData.Span span) {
        TensorProto.Builder tensor = TensorProto.newBuilder()
                .setName(name)
                .setDataType(type.getNumber())
                .setDataLocation(TensorProto.DataLocation.EXTERNAL)
                .addExternalData(entry("location", span.location()))
                .addExternalData(entry("offset", Long.toString(span.offset())))
                .addExternalData(entry("length", Long.toString(span.length())));
        dimensions.forEach(tensor::addDims);
        if (!initializers.add(name)) {
            throw new IllegalArgumentException("tensor " + name + " is already in the graph");
        }
        graph.addInitializer(tensor);
        return name;
    }

    /** Writes the graph, and has it on the disk when it returns. */
    public void write(Path file) throws IOException {
        ModelProto model = ModelProto.newBuilder()
                .setIrVersion(IR_VERSION)
                .setProducerName("stt")
                .addOpsetImport(OperatorSetIdProto.newBuilder().setDomain("").setVersion(OPSET))
                .addOpsetImport(OperatorSetIdProto.newBuilder()
                        .setDomain(Operation.MICROSOFT)
                        .setVersion(1))
                .setGraph(graph)
                .build();
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            model.writeTo(Channels.newOutputStream(channel));
            channel.force(true);
        }
    }

    private String inline(String name, TensorProto.DataType type, int[] dimensions, ByteBuffer bytes) {
        if (initializers.add(name)) {
            TensorProto.Builder tensor = TensorProto.newBuilder()
                    .setName(name)
                    .setDataType(type.getNumber())
                    .setRawData(ByteString.copyFrom(bytes.rewind()));
            IntStream.of(dimensions).forEach(tensor::addDims);
            graph.addInitializer(tensor);
        }
        return name;
    }

    private static ValueInfoProto value(String name, TensorProto.DataType type, Object... dimensions) {
        TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
        for (Object dimension : dimensions) {
            TensorShapeProto.Dimension.Builder one = TensorShapeProto.Dimension.newBuilder();
            shape.addDim(
                    dimension instanceof Integer size ? one.setDimValue(size) : one.setDimParam((String) dimension));
        }
        TypeProto.Tensor tensor = TypeProto.Tensor.newBuilder()
                .setElemType(type.getNumber())
                .setShape(shape)
                .build();
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(TypeProto.newBuilder().setTensorType(tensor))
                .build();
    }

    private static StringStringEntryProto entry(String key, String value) {
        return StringStringEntryProto.newBuilder().setKey(key).setValue(value).build();
    }
}
