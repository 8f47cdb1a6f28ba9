@NullMarked
package stt.inference.api;

import org.jspecify.annotations.NullMarked;
