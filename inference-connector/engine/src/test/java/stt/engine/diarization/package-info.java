@NullMarked
package stt.engine.diarization;

import org.jspecify.annotations.NullMarked;
