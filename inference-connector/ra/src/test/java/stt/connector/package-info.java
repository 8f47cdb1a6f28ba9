@NullMarked
package stt.connector;

import org.jspecify.annotations.NullMarked;
