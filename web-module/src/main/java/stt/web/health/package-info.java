/**
 * Whether the service works, for people, load balancers and supervisors.
 *
 * <p>Decisions:
 *
 * <ul>
 *   <li>2026-11-23: {@code /health} is the contract's, not MicroProfile Health's, whose endpoint moves elsewhere. It answers
 *       200 whatever it says; {@code /health/ready} is the one that answers 503.
 *   <li>2026-11-23: what Fault Tolerance guards is in the EJB module, where Payara 6.2025.9 forgets it when the application is
 *       undeployed: of a guarded bean in an EAR's web module it keeps the class, and with it the whole application and its
 *       native libraries, for ever. But without one annotated bean in the web module Fault Tolerance is silently off in the
 *       EJB module, too: hence {@link stt.web.health.FaultToleranceSwitch}, which nobody calls.
 * </ul>
 */
@NullMarked
package stt.web.health;

import org.jspecify.annotations.NullMarked;
