package stt.engine.onnx;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A graph that multiplies a matrix of one number by itself, as an ONNX file: to see whether a device works at all. */
final class SmallestGraph {

    /** The matrix. */
    static final String INPUT = "x";

    private static final String OUTPUT = "y";

    private SmallestGraph() {}

    /** Numbers of fields and enumerations are those of {@code onnx.proto3}. */
    static byte[] bytes() {
        byte[] node = message(text(1, INPUT), text(1, INPUT), text(2, OUTPUT), text(4, "MatMul"));
        byte[] graph = message(part(1, node), text(2, "smallest"), part(11, matrix(INPUT)), part(12, matrix(OUTPUT)));
        return message(number(1, 8), part(7, graph), part(8, number(2, 17)));
    }

    private static byte[] matrix(String name) {
        byte[] one = part(1, number(1, 1));
        byte[] tensor = message(number(1, 1), part(2, message(one, one)));
        return message(text(1, name), part(2, part(1, tensor)));
    }

    private static byte[] text(int field, String value) {
        return part(field, value.getBytes(StandardCharsets.UTF_8));
    }

    /** A field of bytes, fewer than 128. */
    private static byte[] part(int field, byte[] content) {
        return message(new byte[] {(byte) (field << 3 | 2), (byte) content.length}, content);
    }

    /** A field with a number below 128. */
    private static byte[] number(int field, int value) {
        return new byte[] {(byte) (field << 3), (byte) value};
    }

    private static byte[] message(byte[]... fields) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Arrays.stream(fields).forEach(out::writeBytes);
        return out.toByteArray();
    }
}
