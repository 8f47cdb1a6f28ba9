package stt.web.idempotency;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import stt.web.errors.InvalidRequest;

/** The header {@code Idempotency-Key}. */
public final class IdempotencyKey {

    /** Its name. */
    public static final String HEADER = "Idempotency-Key";

    private static final int LONGEST = 255;

    private IdempotencyKey() {}

    /**
     * The key of {@code request}, if it has one. The draft has it in quotes; most clients send none: both are the same key.
     *
     * @throws InvalidRequest when there are several, or one that is empty or too long
     */
    public static Optional<String> of(HttpServletRequest request) {
        List<String> values = Collections.list(request.getHeaders(HEADER));
        if (values.isEmpty()) {
            return Optional.empty();
        }
        String text = values.get(0).strip();
        String key = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"")
                ? text.substring(1, text.length() - 1)
                : text;
        if (values.size() > 1 || key.isEmpty() || key.length() > LONGEST) {
            throw new InvalidRequest(
                    "invalid_idempotency_key", HEADER + " must be one key of at most " + LONGEST + " characters.");
        }
        return Optional.of(key);
    }
}
