/**
 * {@code Idempotency-Key} over HTTP.
 *
 * <p>Rules: every POST that costs takes the header, through {@link stt.web.idempotency.OncePerKey}.
 */
@NullMarked
package stt.web.idempotency;

import org.jspecify.annotations.NullMarked;
