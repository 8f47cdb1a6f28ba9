/**
 * What every engine here needs of ONNX Runtime: graphs opened with our settings, and runs that another thread can end.
 *
 * <p>Rules: whoever gets something native closes it; {@code OrtException} stays checked inside the engines and becomes
 * {@link stt.engine.UnusableModel} while loading, {@link stt.inference.api.InferenceFailed} or {@link
 * stt.inference.api.InferenceCancelled} in a run.
 *
 * <p>Decisions:
 * <ul>
 *   <li>2026-11-23: {@code session.intra_op.allow_spinning=0}: idle threads that spin take the cores of other sessions;
 *       measured, a second session on two cores otherwise halves the first.
 *   <li>2026-11-23: CUDA is looked for before it is asked for: a failed attempt unpacks 580 MB of libraries first.
 * </ul>
 */
@NullMarked
package stt.engine.onnx;

import org.jspecify.annotations.NullMarked;
