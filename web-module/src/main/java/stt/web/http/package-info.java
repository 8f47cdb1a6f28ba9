/**
 * What every request goes through before and after its resource: an id, the log line, other origins, a body nobody reads.
 *
 * <p>Rules: what is here knows nothing of what a request is about.
 *
 * <p>Decisions:
 *
 * <ul>
 *   <li>2026-11-23: the thread that serves a request carries the request's id as its name, so that every log line of
 *       every library has it, in text and in JSON, without a log framework's diagnostic context.
 *   <li>2026-11-23: the Servlet API tells nobody when a client goes away while an answer is prepared. Grizzly, below it, does:
 *       once a request is asynchronous its connection is watched again, and its close listeners are called. {@link
 *       stt.web.http.ClientConnection} is the only class that knows Grizzly.
 * </ul>
 */
@NullMarked
package stt.web.http;

import org.jspecify.annotations.NullMarked;
