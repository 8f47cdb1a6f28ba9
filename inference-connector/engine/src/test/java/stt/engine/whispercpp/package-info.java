@NullMarked
package stt.engine.whispercpp;

import org.jspecify.annotations.NullMarked;
