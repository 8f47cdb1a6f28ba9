/**
 * Places at which a test may stop this process to kill it.
 *
 * <p>Rules: without the system property {@code stt.fault.file}, which only whoever starts the virtual machine sets (no environment
 * variable and no default does), nothing here does anything, and costs the comparison of a constant. With it, the file that it
 * names says at which stage to wait. Nothing here ever ends the process or changes data: it makes the one thread wait that got
 * there.
 *
 * <p>Decisions:
 *
 * <ul>
 *   <li>2026-11-23: a fault point waits for SIGKILL from outside, after it has told in a file that it was reached. What dies
 *       is the real process with all its threads, as when a machine loses power, not what an exception leaves behind.
 * </ul>
 */
@NullMarked
package stt.faults;

import org.jspecify.annotations.NullMarked;
