/**
 * API keys over HTTP.
 *
 * <p>Rules: a key is shown in the answer that creates it, and never again.
 */
@NullMarked
package stt.web.keys;

import org.jspecify.annotations.NullMarked;
