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
 *   <li>2026-11-23: the Servlet API tells nobody when a client goes away while an answer is prepared. Grizzly, below it,
 *       does not read a connection whose request is in work (letting it read would let it serve the next request before the
 *       answer to this one). So {@link stt.web.http.ClientWatch} watches the socket itself, with a selector, without
 *       reading. A client that closes only its own half of the connection counts as gone, as with most servers. {@link
 *       stt.web.http.ClientConnection} is the only class that knows Grizzly.
 * </ul>
 */
@NullMarked
package stt.web.http;

import org.jspecify.annotations.NullMarked;
