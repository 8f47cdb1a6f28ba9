/**
 * From an upload to a kept transcript.
 *
 * <p>Rules: a transcript and its segments are stored in the transaction in which the model ran, all or nothing; no SQL runs
 * in it before the model has finished, so that no database connection waits for a model. Only accounts keep transcripts.
 *
 * <p>Decisions:
 *
 * <ul>
 *   <li>2026-11-23: a segment's words are kept as JSON in one column, as arrays {@code [word, start ms, end ms, confidence]}:
 *       they are only ever read together, and a row per word would be ten times the rows.
 *   <li>2026-11-23: an edit stands beside what was recognized, never in its place: people correct transcripts and must be able
 *       to see, and go back to, what the model heard. A speaker who is renamed everywhere is one entry in a map of the
 *       transcript, not a change of every segment; turns and words follow.
 *   <li>2026-11-23: who removes a transcript fires a CDI event within the transaction; who works on it or keeps its audio
 *       observes it. The library knows neither.
 *   <li>2026-11-25: who stores a finished transcript fires {@link stt.transcripts.TranscriptKept} within the transaction, with
 *       the recording's file: keeping that is somebody else's business too.
 *   <li>2026-11-25: a list's page is read in two steps, ids from the index alone and then the few rows that are shown; a
 *       transcript's segments are read page by page, each page in a transaction of its own. A transcript that is edited while it
 *       is read may so be shown partly with the edit; a transcript of any length takes no more memory than a page.
 * </ul>
 */
@NullMarked
package stt.transcripts;

import org.jspecify.annotations.NullMarked;
