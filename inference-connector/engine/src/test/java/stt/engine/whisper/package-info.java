@NullMarked
package stt.engine.whisper;

import org.jspecify.annotations.NullMarked;
