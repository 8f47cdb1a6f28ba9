/**
 * From tokens to text that people read: byte-level tokens to characters, characters to words, words to sentences.
 *
 * <p>Rules: pure functions of their input, no native code. A character is never cut, whatever the tokens.
 *
 * <p>Decisions:
 * <ul>
 *   <li>2026-11-23: bytes that are no UTF-8 are dropped, not shown as U+FFFD: they come from a decode that ended inside
 *       a character or that went wrong, and no reader can do anything with them.
 * </ul>
 */
@NullMarked
package stt.engine.text;

import org.jspecify.annotations.NullMarked;
