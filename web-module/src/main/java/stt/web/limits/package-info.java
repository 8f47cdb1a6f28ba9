/**
 * Where a caller stands with its limits, told in headers.
 *
 * <p>Decisions:
 *
 * <ul>
 *   <li>2026-11-23: the form is that of draft-ietf-httpapi-ratelimit-headers-06: {@code RateLimit-Limit}, {@code -Remaining},
 *       {@code -Reset} (seconds) and {@code -Policy}, one number each, which clients know from GitHub and others. Later drafts
 *       merge them into one structured {@code RateLimit} field that hardly any client reads yet.
 *   <li>2026-11-23: the numbers are of the limit that matters for the request: files a day without a key, minutes or thousands of
 *       characters a month with a free account, else requests at once, whose policy has a window of a second.
 *   <li>2026-11-23: on success they say how it was when the work was reserved, with it counted.
 * </ul>
 */
@NullMarked
package stt.web.limits;

import org.jspecify.annotations.NullMarked;
