/**
 * The clock that everything asks for the time, so that tests can set it.
 *
 * <p>Rules: no other code reads the system's time to decide something. Times are UTC.
 */
@NullMarked
package stt.time;

import org.jspecify.annotations.NullMarked;
