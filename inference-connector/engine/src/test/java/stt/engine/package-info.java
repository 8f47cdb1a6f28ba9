/** What the engine's tests share. */
@NullMarked
package stt.engine;

import org.jspecify.annotations.NullMarked;
