/**
 * IP addresses and networks as operators write them.
 *
 * <p>Rules: nothing here asks a name server.
 *
 * <p>Decisions:
 *
 * <ul>
 *   <li>2026-11-25: used by the web module for trusted proxies, and here for where webhooks may go; so it is below both.
 * </ul>
 */
@NullMarked
package stt.networks;

import org.jspecify.annotations.NullMarked;
