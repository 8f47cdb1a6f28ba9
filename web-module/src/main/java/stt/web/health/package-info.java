/**
 * Whether the service works, for people, load balancers and supervisors.
 *
 * <p>Decisions:
 *
 * <ul>
 *   <li>2026-11-23: {@code /health} is the contract's, not MicroProfile Health's, whose endpoint moves elsewhere. It answers
 *       200 whatever it says; {@code /health/ready} is the one that answers 503.
 * </ul>
 */
@NullMarked
package stt.web.health;

import org.jspecify.annotations.NullMarked;
