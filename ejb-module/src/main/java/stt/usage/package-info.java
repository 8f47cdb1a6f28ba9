/**
 * What accounts had done, by day and kind.
 *
 * <p>Rules: a row is written in the transaction that charges for the work, so that usage and charges agree.
 */
@NullMarked
package stt.usage;

import org.jspecify.annotations.NullMarked;
