@NullMarked
package stt.engine.vad;

import org.jspecify.annotations.NullMarked;
