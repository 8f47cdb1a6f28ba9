/**
 * The platform over HTTP: everything that only the protocol knows about.
 *
 * <p>Rules: this module calls the EJBs; nothing calls it. Entities never leave as JSON: records named {@code *Json} do. Every
 * error leaves in one shape, made in one place ({@code stt.web.errors}).
 *
 * <p>Decisions:
 *
 * <ul>
 *   <li>2026-11-23: JAX-RS is at the root, since the contract's paths have no prefix in common. Files are below {@code
 *       /assets/}, pages below {@code /pages/}.
 *   <li>2026-11-25: {@link stt.web.GuardedMethods} reaches into Payara by reflection, with names that a new version may
 *       change. Heap dumps showed that two caches of its Fault Tolerance service kept every earlier deployment in a Payara
 *       Server. When the names have changed, it logs a warning and that memory is lost again; nothing else depends on it.
 *       So does {@link stt.web.CancelledTimers}, for what Payara would keep for ten minutes.
 * </ul>
 */
@NullMarked
package stt.web;

import org.jspecify.annotations.NullMarked;
