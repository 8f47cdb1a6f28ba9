/**
 * Native libraries that come inside the archive.
 *
 * <p>Rules: what is unpacked here belongs to the process, not to a deployment: nothing here keeps a class, a thread or a hook
 * of the application in memory.
 *
 * <p>Decisions:
 *
 * <ul>
 *   <li>2026-11-25: all deployments in a process load the same unpacked files. A native library leaves with its class loader
 *       only, and Payara Server keeps those of undeployed applications (see {@code stt.connector}), so the library must not
 *       cost more for being kept.
 * </ul>
 */
@NullMarked
package stt.engine.natives;

import org.jspecify.annotations.NullMarked;
