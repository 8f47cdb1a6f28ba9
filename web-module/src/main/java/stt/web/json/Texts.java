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
}
