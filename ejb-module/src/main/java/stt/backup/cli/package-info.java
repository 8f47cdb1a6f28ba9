/** The commands {@code ./stt backup} and {@code ./stt restore}, in a process of their own that speaks to the operator. */
@NullMarked
package stt.backup.cli;

import org.jspecify.annotations.NullMarked;
