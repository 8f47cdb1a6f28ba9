/**
 * Writes ONNX graphs whose weights lie in a file beside them.
 *
 * <p>Rules: knows ONNX (IR 10, opset 20) and the {@code com.microsoft} operators of ONNX Runtime, nothing of any model.
 * Weights never pass through the graph's protobuf, so memory does not grow with the model.
 *
 * <p>Decisions:
 * <ul>
 *   <li>2026-11-23: protobuf classes from Tribuo ({@code ai.onnx.proto.OnnxMl}): the one published Java artifact that
 *       has them. Its own graph builder keeps every initializer on the heap, so only the message classes are used.
 *   <li>2026-11-23: external data starts at multiples of 64 bytes, so that what ONNX Runtime maps is aligned for any
 *       vector instruction.
 * </ul>
 */
@NullMarked
package stt.models.onnx;

import org.jspecify.annotations.NullMarked;
