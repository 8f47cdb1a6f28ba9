/**
 * Turns published Whisper weights into the ONNX graphs that the engine runs.
 *
 * <p>Rules: nothing is trusted before it is checked; whatever is wrong with the files of a model ends in
 * {@link stt.models.whisper.UnreadableModel} with one sentence. Memory stays bounded: weights are read, converted and
 * written in blocks of rows.
 */
@NullMarked
package stt.models.whisper;

import org.jspecify.annotations.NullMarked;
