/**
 * Whisper in ggml files, run by whisper.cpp through whisper-jni 1.7.1, for files that people already have. It gives segments
 * with times; it tells neither words, nor probabilities, nor decoder steps.
 *
 * <p>How: voice activity cuts pieces as for our own engine ({@link stt.engine.vad}); each is one call of whisper.cpp, with
 * timestamp tokens, which make its segments. {@code docs/models.md} says what of the options it follows.
 *
 * <p>Rules: the binding is called by {@link stt.engine.whispercpp.NativeContext} alone, which orders the calls. A model is
 * weights, a session is state. What a session holds does not depend on the length of the audio.
 *
 * <p>Decisions:
 *
 * <ul>
 *   <li>2026-11-25: the binding has no abort callback, so a run ends with the piece it is at: at most 28 s of speech. Its slot
 *       is held until then, because the cores are.
 *   <li>2026-11-25: making and freeing contexts and states waits for the pieces under way, and they for it: the binding keeps
 *       both in maps without a lock, and a lookup that fails ends the process. States of closed sessions are kept for the next
 *       ones, so that this is rare.
 *   <li>2026-11-25: a state has a thread of its own. Each thread that calls OpenMP gets a team of others that stays with it, and
 *       servers have hundreds of threads to call from.
 *   <li>2026-11-25: the detected language is read from the line that whisper.cpp logs in the calling thread, which spares a
 *       second model. Where no language is asked for, every piece with 3 s of speech is listened to first, which is another pass
 *       of the encoder: a change of language would become nonsense otherwise.
 *   <li>2026-11-25: confidence is 0, which means unknown, rather than a number that nothing stands behind.
 *   <li>2026-11-25: {@code no_context} always, with our own prompt: states go from caller to caller, and what one has said is
 *       nothing to tell the model before the next.
 * </ul>
 */
@NullMarked
package stt.engine.whispercpp;

import org.jspecify.annotations.NullMarked;
