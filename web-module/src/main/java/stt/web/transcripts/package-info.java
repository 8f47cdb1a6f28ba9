/**
 * Transcription over HTTP: {@code POST /v1/transcribe}.
 *
 * <p>Rules: a form is checked field by field, and refused with a sentence that names the field and what was found in it.
 *
 * <p>Decisions:
 *
 * <ul>
 *   <li>2026-11-23: form fields that nobody knows are ignored, as Deepgram does: a client may send what a later version
 *       understands. A field that is given twice is refused: no two servers agree on which of them counts.
 *   <li>2026-11-23: text and subtitles name speakers only where there are several: a dictation reads as what was said.
 *   <li>2026-11-23: with {@code channels=split} speakers are numbered by first speech as ever; {@code channels} says which
 *       channel each of them is.
 *   <li>2026-11-23: the body is read in the container's request thread, the transcription runs in another while the request is
 *       asynchronous: request threads are not held for minutes. A client that goes away ends the run.
 *   <li>2026-11-25: how to decode is asked for in faster-whisper's words, as most who tune know them; a preset gives the
 *       values of all fields that are left out. What openai/whisper refuses because it could have no effect, such as beams at a
 *       temperature above 0, is refused here: a client must not believe in a setting that nothing reads.
 *   <li>2026-11-25: OpenAI's spellings are taken where they mean the same: lists as fields {@code name[]}, {@code
 *       timestamp_granularities}, {@code text} and {@code verbose_json}.
 * </ul>
 */
@NullMarked
package stt.web.transcripts;

import org.jspecify.annotations.NullMarked;
