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
 *   <li>2026-11-23: ONNX Runtime 1.28.0, not 1.29.0. When 1.29.0 creates its environment on Linux, it matches the process's
 *       command line against recursive regular expressions, which overflows the native stack with a command line as long as
 *       an application server's and ends the whole process; and it sends usage reports, which a machine that keeps its audio
 *       to itself must not do. The price: 1.28.0's {@code GroupQueryAttention} takes several tokens after a past for one row
 *       of a batch only.
 *   <li>2026-11-23: CUDA is looked for before it is asked for: a failed attempt unpacks 580 MB of libraries first.
 *   <li>2026-11-25: on a GPU, a graph's arena has a limit, and grows by what is asked for rather than by doubling: several graphs
 *       share a device. Convolutions are chosen by cuDNN's rules instead of by trying all of them, which it would do again for
 *       every length of audio. Neither is measured yet.
 * </ul>
 */
@NullMarked
package stt.engine.onnx;

import org.jspecify.annotations.NullMarked;
