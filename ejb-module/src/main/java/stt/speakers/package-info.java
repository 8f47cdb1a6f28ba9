/**
 * Who said what: one recording for two readers, and what was recognized put together with who speaks when.
 *
 * <p>Rules: pure functions of values of {@code stt.inference.api}, but for {@link stt.speakers.SharedAudio}, which is a queue
 * between two threads. Nothing here knows a container.
 *
 * <p>Decisions:
 *
 * <ul>
 *   <li>2026-11-23: words get speakers by the likeliest path, not one by one: turns are exact to some hundredths of a second,
 *       words to tenths, and a sentence that changes its speaker for a word reads badly. A change within a sentence costs as
 *       much as two words in somebody else's turn; between sentences and after a pause it costs next to nothing.
 *   <li>2026-11-23: the reader that matters, the transcription, never waits for the other one for longer than a patience that
 *       grows with the recording; then it goes on alone, and the other one's audio ends.
 * </ul>
 */
@NullMarked
package stt.speakers;

import org.jspecify.annotations.NullMarked;
