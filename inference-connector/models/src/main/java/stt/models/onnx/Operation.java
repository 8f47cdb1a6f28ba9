package stt.models.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import java.util.ArrayList;
import java.util.List;

/**
 * One operator applied to named values; where it is put, and what its outputs are called, is the graph's business.
 *
 * @param domain empty for standard ONNX, {@code com.microsoft} for ONNX Runtime's own
 * @param type operator name as its specification spells it
 * @param inputs names of values; an empty name stands for an optional input that is left out
 * @param attributes in the order given
 */
public record Operation(String domain, String type, List<String> inputs, List<AttributeProto> attributes) {
    static final String MICROSOFT = "com.microsoft";

    public Operation {
        inputs = List.copyOf(inputs);
        attributes = List.copyOf(attributes);
    }

    /** A standard ONNX operator, as in the ONNX operator specification, opset 20. */
    public static Operation onnx(String type, String... inputs) {
        return new Operation("", type, List.of(inputs), List.of());
    }

    /** One of ONNX Runtime's contributed operators, as in its ContribOperators.md. */
    public static Operation microsoft(String type, String... inputs) {
        return new Operation(MICROSOFT, type, List.of(inputs), List.of());
    }

    /** This operation with one more attribute. */
    public Operation with(String name, long value) {
        return with(attribute(name, AttributeProto.AttributeType.INT).setI(value));
    }

    /** This operation with one more attribute. */
    public Operation with(String name, float value) {
        return with(attribute(name, AttributeProto.AttributeType.FLOAT).setF(value));
    }

    /** This operation with one more attribute. */
    public Operation with(String name, List<Long> values) {
        return with(attribute(name, AttributeProto.AttributeType.INTS).addAllInts(values));
    }

    private static AttributeProto.Builder attribute(String name, AttributeProto.AttributeType type) {
        return AttributeProto.newBuilder().setName(name).setType(type);
    }

    private Operation with(AttributeProto.Builder attribute) {
        List<AttributeProto> all = new ArrayList<>(attributes);
        all.add(attribute.build());
        return new Operation(domain, type, inputs, all);
    }
}
