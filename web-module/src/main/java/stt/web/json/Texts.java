package stt.web.json;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** How constants are called in JSON: in lower case. */
public final class Texts {

    private Texts() {}

    /** The name of {@code constant}. */
    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** The names of all constants of {@code type}, for people. */
    static String all(Class<? extends Enum<?>> type) {
        return Arrays.stream(type.getEnumConstants()).map(Texts::of).collect(Collectors.joining(", "));
    }

    /** The same, with {@code last} before the last one. */
    public static String all(Class<? extends Enum<?>> type, String last) {
        String all = all(type);
        int comma = all.lastIndexOf(", ");
        return comma < 0 ? all : all.substring(0, comma) + last + all.substring(comma + 2);
    }
}
