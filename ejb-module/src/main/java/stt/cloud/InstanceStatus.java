package stt.cloud;

import java.util.Locale;

/** How an instance is. */
public enum InstanceStatus {
    /** Not asked yet. */
    UNKNOWN,
    /** It says that it works. */
    OK,
    /** It says that it is loading its models. */
    LOADING,
    /** It says that it works, but not as it should. */
    DEGRADED,
    /** It says that it cannot work. */
    UNAVAILABLE,
    /** It did not answer in time, or not as an instance does. */
    UNREACHABLE;

    /** What the field {@code status} of an instance's {@code /health} says. */
    static InstanceStatus told(String text) {
        return switch (text) {
            case "ok" -> OK;
            case "loading" -> LOADING;
            case "degraded" -> DEGRADED;
            case "unavailable" -> UNAVAILABLE;
            default -> UNREACHABLE;
        };
    }

    /** As clients see it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
