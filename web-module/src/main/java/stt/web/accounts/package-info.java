/**
 * Accounts over HTTP: signing up and in, and what the owner of an account sees and changes.
 *
 * <p>Rules: a raw key, secret or token leaves in the answer that creates it, and in no other.
 *
 * <p>Decisions:
 *
 * <ul>
 *   <li>2026-11-25: signing in is {@code POST /api/v1/session/}, signing out {@code DELETE}: there is one session for whoever
 *       asks, so it has no id. Pages that show it ask by {@code GET}.
 *   <li>2026-11-25: an account may be written as it was read: fields that are read-only (credits, plan, limits) are ignored, as
 *       Google's AIP-203 and GitHub have it, and {@code PUT} does what {@code PATCH} does: fields that are left out stay.
 *   <li>2026-11-25: a wrong password is 401 with the code {@code wrong_login}, also where a key says who asks; an address that is
 *       taken is 409, a mailed link that is none any more 400, and what needs mail where none is sent 501.
 *   <li>2026-11-25: where mail is sent, sign-up and reset answer the same whether there is an account or not.
 *   <li>2026-11-25: a key may change the e-mail address, as the contract has it; the old address is told before the new one
 *       counts. To change the
 *       password needs the present one, to close the account a session that was signed in just before.
 * </ul>
 */
@NullMarked
package stt.web.accounts;

import org.jspecify.annotations.NullMarked;
