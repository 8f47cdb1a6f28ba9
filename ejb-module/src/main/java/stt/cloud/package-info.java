/**
 * Private instances: servers of this platform that run for one account alone, as administrators have registered them, and how
 * they are.
 *
 * <p>Rules: an account sees its own. The status is what the instance's own {@code /health} said last, never what somebody
 * wrote down.
 *
 * <p>Decisions:
 *
 * <ul>
 *   <li>2026-11-23: any node may do a check; the one whose conditional update moves the time of the next check on does it.
 *       So there is no leader, and a check is done once however many nodes there are.
 *   <li>2026-11-23: addresses come from administrators, who may point to private networks: that is where private instances
 *       are. Redirects are not followed, and no more than 64 KiB of an answer are read.
 * </ul>
 */
@NullMarked
package stt.cloud;

import org.jspecify.annotations.NullMarked;
