/**
 * Requests that are sent again: the same key from the same account gives the same answer, and one charge
 * (draft-ietf-httpapi-idempotency-key-header-07).
 *
 * <p>Rules: an answer is stored in the transaction that charges for it: there is never one without the other.
 *
 * <p>Decisions:
 *
 * <ul>
 *   <li>2026-11-23: only answers that succeeded are stored. A refusal costs nothing, so the same request may be tried again
 *       with the same key.
 *   <li>2026-11-23: a key that another request is being served with is refused with 409, one that another request was served
 *       with, 422, as the draft has it.
 *   <li>2026-11-23: keys belong to accounts. A caller without one is known by an address that others share, and nothing of
 *       its work is kept; its key is ignored.
 *   <li>2026-11-23: while a request is served, its claim on the key has a lease that its node renews, like a reservation.
 * </ul>
 */
@NullMarked
package stt.idempotency;

import org.jspecify.annotations.NullMarked;
