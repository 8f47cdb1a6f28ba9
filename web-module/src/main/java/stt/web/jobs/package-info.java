/**
 * Jobs over HTTP: {@code Prefer: respond-async} (RFC 7240), and server-sent events of a transcript's progress.
 *
 * <p>Rules: whoever asks for a job gets 202 with the transcript's address, where everything else about it is found.
 *
 * <p>Decisions:
 *
 * <ul>
 *   <li>2026-11-25: events are named after the status, and each carries all that is known: a client that joins late or again
 *       needs no history, so there are no ids to resume from. The last one has a final status, then the server closes.
 *   <li>2026-11-25: events come from the database, where every node writes progress: any node can serve them. A transcript that
 *       was removed ends as cancelled.
 * </ul>
 */
@NullMarked
package stt.web.jobs;

import org.jspecify.annotations.NullMarked;
