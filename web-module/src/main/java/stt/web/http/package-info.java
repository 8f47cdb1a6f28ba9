/**
 * What every request goes through before and after its resource: an id, the log line, other origins, a body nobody reads.
 *
 * <p>Rules: what is here knows nothing of what a request is about.
 *
 * <p>Decisions:
 *
 * <ul>
 *   <li>2026-11-23: the thread that serves a request carries the request's id in its name, so that every log line of
 *       every library has it, in text and in JSON, without a log framework's diagnostic context.
 *   <li>2026-11-23: the Servlet API tells nobody when a client goes away while an answer is prepared. Grizzly, below it,
 *       does not read a connection whose request is in work (letting it read would let it serve the next request before the
 *       answer to this one). So {@link stt.web.http.ClientWatch} watches the socket itself, with a selector, without
 *       reading. A client that closes only its own half of the connection counts as gone, as with most servers. {@link
 *       stt.web.http.ClientConnection} is the only class that knows Grizzly.
 *   <li>2026-11-23: {@code Expect: 100-continue} with a body of known length is answered with 100 at once, by Grizzly
 *       itself before anybody can look at the request; a refusal follows without waiting for the body. With a chunked body it is not: Grizzly 4.0.2 hands a chunked request on only when the first chunk's length
 *       has arrived ({@code ChunkedTransferEncoding.parsePacket} keeps the header back until then), so nobody can send the
 *       100 before. Clients go on after a while by themselves, as RFC 9110 (10.1.1) asks them to (curl after a second); the
 *       JDK's {@code HttpClient} waits for ever: with it, do not combine {@code expectContinue} and a body of unknown length.
 * </ul>
 */
@NullMarked
package stt.web.http;

import org.jspecify.annotations.NullMarked;
