package stt.models.whisper;

import java.util.List;
import stt.models.whisper.Projection.Rows;

/**
 * A tensor of a Whisper model in whisper.cpp's layout.
 *
 * @param name there
 * @param rows of a published tensor that it is made of
 * @param shape the slowest dimension first
 * @param kind how it is stored
 */
record GgmlTensor(String name, Rows rows, List<Integer> shape, Kind kind) {

    enum Kind {
        /** Always 32 bits. */
        NUMBERS,
        /** Always 16 bits: whisper.cpp 1.7.1 computes with no other. */
        CONVOLUTION,
        /** Stored as the file says. */
        MATRIX
    }

    GgmlTensor {
        shape = List.copyOf(shape);
    }

    /** How it is stored in a file with matrices of a type. */
    GgmlType type(GgmlType matrices) {
        return switch (kind) {
            case NUMBERS -> GgmlType.F32;
            case CONVOLUTION -> GgmlType.F16;
            case MATRIX -> matrices;
        };
    }

    long elements() {
        return shape.stream().mapToLong(Integer::longValue).reduce(1, Math::multiplyExact);
    }

    /** The fastest dimension. */
    int columns() {
        return shape.get(shape.size() - 1);
    }
}
