/**
 * Inference as the application asks for it: which model serves a request, and one guarded call per run.
 *
 * <p>Rules: sessions are borrowed from the container's pool within the caller's JTA transaction, and given back before it
 * ends. Nothing here runs SQL: a transaction holds no database connection while a model works.
 *
 * <p>Decisions:
 *
 * <ul>
 *   <li>2026-11-23: Fault Tolerance guards the call with a bulkhead (how many may run or wait for a session at once) and a
 *       circuit breaker (an engine that fails again and again is left alone for a while). There is no {@code @Timeout} on
 *       it: it would interrupt a thread that is in native code, where nothing notices, and whose later database channel an
 *       interrupt would close. A run's time limit is the deadline in its {@code RunControl}, which the adapter keeps.
 *   <li>2026-11-23: the breaker's delay is given in milliseconds, without {@code delayUnit}: Payara 6.2025.9 reads that unit
 *       and then counts milliseconds all the same (its {@code FaultTolerancePolicy.openCircuit}), so that "10 seconds" lasted
 *       10 ms and open and closed states seemed to interleave. Its states are one per class and method of an application,
 *       whichever instance of a pooled EJB runs: a stateless EJB may be guarded.
 *   <li>2026-11-23: an alias serves a model that is not installed with one that is, never one that is installed; the answer
 *       names the model that ran.
 *   <li>2026-11-25: whatever goes wrong with speakers is caught here and becomes a warning: a session that is not to be had, an
 *       engine that fails, a container without a thread, time that runs out, turns that do not fit words. Only the caller's own
 *       cancellation ends both.
 * </ul>
 */
@NullMarked
package stt.inference;

import org.jspecify.annotations.NullMarked;
