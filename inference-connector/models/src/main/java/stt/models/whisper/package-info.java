/**
 * Turns published Whisper weights into the ONNX graphs that the engine runs.
 *
 * <p>Rules: nothing is trusted before it is checked; whatever is wrong with the files of a model ends in
 * {@link stt.models.whisper.UnreadableModel} with one sentence. Memory stays bounded: weights are read, converted and
 * written in blocks of rows.
 *
 * <p>What holds where a model in Hugging Face's layout leaves something out:
 *
 * <ul>
 *   <li>Suppressed tokens: those of {@code generation_config.json}; else those of {@code config.json}, where they were before
 *       2023; else none. Suppressed at the beginning: likewise; else the end of the text alone. The engine never chooses
 *       control tokens, listed or not.
 *   <li>Alignment heads: those of {@code generation_config.json} that the decoder has; else those of the published model
 *       whose decoder has the same shape; else all of the upper half of the layers.
 *   <li>Multilingual: as the vocabulary says (GPT-2's is English), unless {@code is_multilingual} is false.
 *   <li>Mel bins and all other sizes: as the weights say; a file that says otherwise is refused.
 *   <li>The tokenizer: {@code tokenizer.json}; else made of {@code vocab.json}, {@code merges.txt} and added tokens.
 *   <li>Biases of keys: zeros, as Whisper has none.
 * </ul>
 *
 * <p>Decisions:
 *
 * <ul>
 *   <li>2026-11-25: {@code forced_decoder_ids} of {@code config.json} are not read: those of the official multilingual models
 *       force English. Those of {@code generation_config.json} go into {@code whisper.json}, for whoever wants them.
 *   <li>2026-11-25: alignment heads of layers that the model lacks are left out and not refused: distilled models are
 *       published with the list of their teacher.
 *   <li>2026-11-25: ggml files of whisper.cpp are written from the same sources, and read only to check them: its loader believes
 *       every number in a file. The sizes of converted models are those of the published files to the byte.
 *   <li>2026-11-25: ggml files of 32 bits are neither made nor taken: whisper.cpp 1.7.1 loads them, and ends the process at their
 *       first convolution, whose kernel must have 16 (GGML_ASSERT in ggml.c).
 *   <li>2026-11-25: whisper.cpp concludes from the size of a vocabulary which tokens steer the model; models with another
 *       vocabulary than Whisper's own are refused for it.
 *   <li>2026-11-25: fp16 graphs keep mel, logits and attention in float32, so that callers differ in nothing but the type
 *       of keys and values.
 * </ul>
 */
@NullMarked
package stt.models.whisper;

import org.jspecify.annotations.NullMarked;
