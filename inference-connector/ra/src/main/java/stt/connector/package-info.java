/**
 * The resource adapter: it owns the models in memory and hands their sessions to the container's pool.
 *
 * <p>Rules: nothing outside the archive uses these classes, only {@code stt.inference.api}. JCA, JTA and MicroProfile
 * Config end here: the engine knows none of them, the application none of JCA. Every {@code ResourceException} becomes one
 * of the API's exceptions in {@link stt.connector.PooledSessions}. Native memory has one owner each: a session its {@link
 * stt.connector.Slot}, weights {@link stt.connector.LoadedModels}, the library {@link stt.connector.NativeRuntime}; it is
 * freed in that order, and never while native code may still use it. {@link stt.connector.ModelTable} alone decides which
 * models are in memory; {@link stt.connector.LoadedModels} alone moves them.
 *
 * <p>Decisions:
 *
 * <ul>
 *   <li>2026-11-23: a managed connection is a slot, not a model. Weights are shared; the pool's size bounds the runs and
 *       what they need, whatever models they run. The pool opens one session at a time and closes an idle one of another
 *       model when it is full.
 *   <li>2026-11-23: a model is loaded before the pool is asked, in the container's work threads. A load takes seconds to
 *       minutes; inside {@code createManagedConnection} it would take up a place of the pool and end with its first caller.
 *   <li>2026-11-23: a run has its own deadline. When a transaction's time-out passes, the container only marks it; nobody
 *       interrupts the thread in native code. The deadline cancels the run's token, the run throws, the transaction rolls
 *       back, and the rollback hands the slot back clean.
 *   <li>2026-11-23: {@code prepare} votes read-only and {@code recover} lists nothing: a run leaves nothing to make
 *       durable. XA all the same, because a local transaction beside a non-XA data source fails.
 *   <li>2026-11-23: a busy pool is told from other refusals by the shape of the container's exception: only a wait that ran
 *       out comes without a deeper cause. The container's texts and classes are not for programs.
 *   <li>2026-11-23: draining is a call of its own, before the stop. Containers undeploy the EJBs first and stop the adapter
 *       last: runs that only the stop waits for end well, but into an EJB container that is gone, and their transactions
 *       hang.
 *   <li>2026-11-23: readiness is the outcome of the last real run of each model, a caller's or a probe's. A model that has
 *       never been asked for does not count, so that with nothing to preload an installed model is enough for "ok".
 *   <li>2026-11-23: on undeployment ONNX Runtime's shutdown hook is run and its files are deleted. Left alone, the hook keeps
 *       each redeployed application in memory.
 *   <li>2026-11-25: all deployments in a process load the same unpacked file of ONNX Runtime ({@link
 *       stt.connector.SharedLibrary}). A native library leaves with its class loader only, and
 *       a server may keep that of an undeployed application for a while, or for ever, for reasons of its own: that must not
 *       cost a copy of the library.
 *   <li>2026-11-25: the stop, which is the last that containers do of an undeployment, takes this deployment out of the
 *       threads that go on ({@link stt.connector.InheritedContexts}). Heap dumps showed every earlier deployment in a Payara
 *       Server in the access control contexts and context class loaders that threads of its ORB, EJB and executor pools, the
 *       JDK's process reaper and {@code CompletableFutureDelayScheduler}, and H2's shutdown hook inherit from whoever was on the
 *       stack when they were made. Shorter lives of idle threads, which Payara can be configured for, only hid it.
 *   <li>2026-11-25: when the library has ended, the C library is told to give back what it had freed. It keeps that for
 *       itself in an arena for each thread: measured, 200 MB more resident after each of the first redeployments.
 *   <li>2026-11-25: a model is in use while a caller is on the way to a session of its, a session is lent, or a run is under way;
 *       one count, in {@link stt.connector.Load}. An idle session in the container's pool is no use: when its model leaves the
 *       memory the adapter closes it, and what the pool still has is an empty shell that matches no request and that its
 *       validation removes. The specification has no way to take a connection out of a pool that nobody holds.
 *   <li>2026-11-25: room is found before a load begins, with what the catalog says, and counted from that moment on, so that
 *       loads side by side cannot promise the same memory twice; what the process really grew by counts afterwards if it is more. It is
 *       rarely: the first run is short, and a session at work takes two to three times as much. A caller waits for room in its own thread, as it does for the load.
 *   <li>2026-11-25: what nobody waits for (preloading, the next try after a failure) displaces nothing.
 *   <li>2026-11-25: every load ends with a real run, whoever asked for it: a model is either known to work, or failed. A caller
 *       never is the first to find out, and what a session needs is in memory, and measured.
 *   <li>2026-11-25: a model whose engine fails in a caller's run is tried out; if it fails again it leaves the memory, as a load
 *       that failed. With CUDA an error can make a session useless for good.
 *   <li>2026-11-25: what is looked after every few seconds is a round on the container's threads, started by the same timer as
 *       deadlines. It is the adapter's own thread, not {@code BootstrapContext.createTimer}: such a timer keeps tasks that were
 *       cancelled until they are due, for deadlines hours, and ends with the first exception.
 * </ul>
 */
@NullMarked
package stt.connector;

import org.jspecify.annotations.NullMarked;
