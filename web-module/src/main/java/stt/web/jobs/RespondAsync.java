package stt.web.jobs;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;

/** The preference {@code respond-async} (RFC 7240, section 4.1). */
public final class RespondAsync {

    /** Its name. */
    public static final String NAME = "respond-async";

    private RespondAsync() {}

    /** Whether {@code request} has it, among whatever other preferences. */
    public static boolean isPreferred(HttpServletRequest request) {
        return Collections.list(request.getHeaders("Prefer")).stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .map(preference -> preference.split("[;=]", 2)[0].strip().toLowerCase(Locale.ROOT))
                .anyMatch(NAME::equals);
    }
}
