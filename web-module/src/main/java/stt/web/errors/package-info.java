/**
 * Errors as clients see them: {@code {"error", "code", "request_id"}}, whoever refuses.
 *
 * <p>Rules: {@link stt.web.errors.Problem} alone knows which exception is which status, sentence and code. A sentence is
 * plain, names what was asked and found, and never a class, a path or a cause. What nobody expected is logged once, here,
 * with its stack trace, and told as "something went wrong" with the request id to find it by.
 */
@NullMarked
package stt.web.errors;

import org.jspecify.annotations.NullMarked;
