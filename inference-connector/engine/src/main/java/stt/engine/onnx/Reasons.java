package stt.engine.onnx;

import ai.onnxruntime.OrtException;
import java.util.Optional;

/** What ONNX Runtime says of a failure, for people. */
final class Reasons {

    private Reasons() {}

    /** Without the frames of C++ that follow. */
    static String firstLine(OrtException e) {
        return Optional.ofNullable(e.getMessage())
                .orElse("unknown reason")
                .lines()
                .findFirst()
                .orElse("");
    }
}
