/** The features against Kaldi's own. */
@NullMarked
package stt.engine.kaldi;

import org.jspecify.annotations.NullMarked;
