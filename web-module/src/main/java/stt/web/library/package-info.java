/**
 * An account's transcripts over HTTP: {@code /api/v1/transcripts/}, to list, read, edit, listen to and remove.
 *
 * <p>Rules: an id that is somebody else's is answered as one that does not exist, before anything else of the request is looked
 * at.
 *
 * <p>Decisions:
 *
 * <ul>
 *   <li>2026-11-25: a page of a list beyond the last is empty, as AssemblyAI's and Deepgram's are.
 *   <li>2026-11-25: a filter that is malformed is refused, one that nobody knows ignored, one without a value counts as absent
 *       (forms send those); dates are days in UTC, and {@code date_to} is the last one that is meant.
 *   <li>2026-11-25: a transcript is written segment by segment while it is read, so that one of 10 hours takes no more memory
 *       than one of a minute. Its text comes before its segments and costs a second reading of the texts alone.
 *   <li>2026-11-25: what was recognized is shown beside what it was edited to, as {@code original_...}; null in a PATCH brings
 *       it back.
 *   <li>2026-11-25: a recording is given out with ranges (RFC 9110, section 14), one at a time, which is what players ask for; to
 *       several at once the whole is answered, as the RFC allows.
 * </ul>
 */
@NullMarked
package stt.web.library;

import org.jspecify.annotations.NullMarked;
