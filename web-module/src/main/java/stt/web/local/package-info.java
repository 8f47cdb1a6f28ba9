/**
 * Administration for the person at the machine: the first administrator, new keys, a new password, back-ups. The command {@code ./stt}
 * calls this.
 */
@NullMarked
package stt.web.local;

import org.jspecify.annotations.NullMarked;
