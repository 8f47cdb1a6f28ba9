/**
 * Who calls: accounts, their API keys, and what their tier allows.
 *
 * <p>Rules: a raw key or password exists only in the answer that creates it and in the request that presents it; what is
 * stored is a hash. Every refusal is one of the unchecked exceptions here. Entities never leave as JSON.
 *
 * <p>Decisions:
 *
 * <ul>
 *   <li>2026-11-23: keys are stored as plain SHA-256. A key holds 256 random bits, so nobody can try them all, however fast
 *       the hash; a slow hash would only make every request slow. Passwords, which people choose, get PBKDF2.
 *   <li>2026-11-23: keys look like GitHub's tokens: a recognizable prefix, and a checksum at the end, so that scanners can
 *       spot a leaked key with certainty, and a mistyped one costs no query.
 *   <li>2026-11-23: a key is read from the database at every request, never cached: revoking it works from the next request
 *       on, on every node.
 *   <li>2026-11-25: to close an account, its owner must have signed in within the last ten minutes: a key, which may have leaked,
 *       is not enough for what cannot be undone.
 *   <li>2026-11-25: an account is closed with everything: first nobody can call with it any more, then {@link
 *       stt.accounts.AccountCloses} lets other components remove what lies outside of the database or is too much for one
 *       transaction, then the row goes, and by the foreign keys all that refers to it. Work under way when that happens fails
 *       and costs nothing.
 *   <li>2026-11-23: the login is the e-mail address, kept in lower case.
 * </ul>
 */
@NullMarked
package stt.accounts;

import org.jspecify.annotations.NullMarked;
