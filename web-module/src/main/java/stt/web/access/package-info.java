/**
 * Who may call what: keys and browsers' sessions at the door, and the local administration channel's token.
 *
 * <p>Rules: what is not listed as public needs a key. A key is checked before anything of a body is read.
 *
 * <p>Decisions:
 *
 * <ul>
 *   <li>2026-11-23: a Servlet filter, not a JAX-RS one: pages, files and WebSocket handshakes pass it too, and the contract
 *       refuses a wrong {@code Authorization} header everywhere.
 *   <li>2026-11-25: a browser that is signed in shows a cookie, which works wherever a key does. An {@code Authorization} header
 *       goes before it. Since browsers send cookies for every site that asks, a request with a cookie that may change something
 *       must come from a page of this server: the browser says so itself in {@code Sec-Fetch-Site} or {@code Origin}, and where
 *       it says neither the page sends {@code X-CSRF-Token}. {@code SameSite=Lax} keeps most of them away before that; CORS never
 *       allows cookies.
 *   <li>2026-11-23: an unknown path below {@code /v1/} and {@code /api/} answers 401 without a key, as the contract's order of
 *       checks has it; elsewhere an unknown path is 404.
 * </ul>
 */
@NullMarked
package stt.web.access;

import org.jspecify.annotations.NullMarked;
