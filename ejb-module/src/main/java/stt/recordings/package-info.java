/**
 * The recordings that transcripts were made from, kept beside them for their owners, where the operator allows it.
 *
 * <p>Rules: a recording is one file, named by its transcript's id and nothing else: no name that anybody sent becomes a path.
 * It is found, read and removed through the transcript of its owner.
 *
 * <p>Decisions:
 *
 * <ul>
 *   <li>2026-11-25: no recording is kept by default. Audio is the most personal and the largest thing here, and nobody should
 *       find out later that it was kept; an operator whose people listen to what they correct switches it on.
 *   <li>2026-11-25: the file is in its place before the transaction commits, and its transcript's row says so in that
 *       transaction. So there is never a row without its file; a file without a row (rolled back and then killed, or removed by a
 *       node that does not see this folder) is taken away by the sweep.
 *   <li>2026-11-25: files are removed after the transaction that removes their transcript has committed: a removal that is rolled
 *       back loses nothing.
 *   <li>2026-11-25: a hard link where spool and folder are on one file system, else a copy. A recording that cannot be kept fails
 *       the transcription: who has to keep recordings would otherwise miss one silently.
 *   <li>2026-11-25: every node sweeps the folder that it sees; several nodes should share one ({@code
 *       stt.transcripts.audio-dir}), so that each can give out every recording.
 * </ul>
 */
@NullMarked
package stt.recordings;

import org.jspecify.annotations.NullMarked;
