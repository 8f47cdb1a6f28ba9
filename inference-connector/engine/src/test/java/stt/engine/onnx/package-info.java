@NullMarked
package stt.engine.onnx;

import org.jspecify.annotations.NullMarked;
