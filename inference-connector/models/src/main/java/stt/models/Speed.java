package stt.models;

import java.util.Locale;

/** How fast a model is among those of its task. */
public enum Speed {
    STANDARD,
    FAST,
    VERY_FAST;

    /** As the catalog and the HTTP contract write it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Speed of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
