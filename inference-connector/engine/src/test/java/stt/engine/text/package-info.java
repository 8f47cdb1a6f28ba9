@NullMarked
package stt.engine.text;

import org.jspecify.annotations.NullMarked;
