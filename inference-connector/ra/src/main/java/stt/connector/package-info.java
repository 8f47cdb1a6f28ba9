/**
 * The resource adapter: it owns the models in memory and hands their sessions to the container's pool.
 *
 * <p>Rules: nothing outside the archive uses these classes, only {@code stt.inference.api}. JCA, JTA and MicroProfile
 * Config end here: the engine knows none of them, the application none of JCA. Every {@code ResourceException} becomes one
 * of the API's exceptions in {@link stt.connector.PooledSessions}. Native memory has one owner each: a session its slot,
 * weights {@link stt.connector.LoadedModels}.
 */
@NullMarked
package stt.connector;

import org.jspecify.annotations.NullMarked;
