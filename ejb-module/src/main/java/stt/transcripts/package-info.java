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
 * </ul>
 */
@NullMarked
package stt.transcripts;

import org.jspecify.annotations.NullMarked;
