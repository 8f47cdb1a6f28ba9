@NullMarked
package stt.engine.audio;

import org.jspecify.annotations.NullMarked;
