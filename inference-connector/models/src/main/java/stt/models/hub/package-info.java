/**
 * Fetches the files of a model from a hub that speaks the HTTP interface of Hugging Face's: the public one, or a company's
 * mirror.
 *
 * <p>Rules: a token goes to the hub that it is for and to no other host, redirects included, over TLS or to this machine;
 * neither it nor a redirect's address, which may hold a signature, ends up in a message. Files are taken at one commit and
 * used after their content has been compared with what the catalog or the hub's listing says of them.
 *
 * <p>Decisions:
 *
 * <ul>
 *   <li>2026-11-25: {@code HF_TOKEN} goes to the public hub alone, because that is what it was made for; a mirror gets
 *       {@code STT_MODELS_HUB_TOKEN}.
 *   <li>2026-11-25: large files are compared by sha256, small ones by the SHA-1 that git names them with: the hub's listing
 *       has no other hash of these. The commit and the weights' sha256 are pinned in the catalog.
 *   <li>2026-11-25: the JDK's old HTTP client, because it has a time limit for a body that has stopped coming, and the new
 *       one has none.
 *   <li>2026-11-25: an answer that can change with time (no connection, 408, 429, 5xx, a body that ends early) is asked for
 *       again, after pauses that double, and four times in a row without a byte gained at most.
 * </ul>
 */
@NullMarked
package stt.models.hub;

import org.jspecify.annotations.NullMarked;
