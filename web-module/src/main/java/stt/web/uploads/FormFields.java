package stt.web.uploads;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import stt.web.errors.InvalidRequest;
import stt.web.json.Texts;

/**
 * The fields of a form by name, read as what they must be. A field that is empty is as good as absent. Every getter throws
 * {@link InvalidRequest} for a value of another kind, with the code {@code invalid_NAME}.
 */
public record FormFields(Map<String, String> texts) {

    /** What clients append to the name of a field that they give more than once. */
    static final String REPEATED = "[]";

    /** Stands between the values of such a field. */
    static final String SEPARATOR = "\n";

    private static final int LONGEST_QUOTE = 40;
    private static final Pattern WHOLE = Pattern.compile("-?\\d{1,18}");
    private static final Pattern DECIMAL = Pattern.compile("-?(\\d{1,18}(\\.\\d*)?|\\.\\d+)");

    public FormFields {
        texts = Map.copyOf(texts);
    }

    /** Whether the field says anything, under either of its names. */
    public boolean has(String name) {
        return text(name).isPresent() || text(name + REPEATED).isPresent();
    }

    /** A text of any kind. */
    public Optional<String> text(String name) {
        return Optional.ofNullable(texts.get(name)).filter(value -> !value.isEmpty());
    }

    /** A text of at most so many characters. */
    public Optional<String> text(String name, int longest) {
        return text(name).map(value -> {
            if (value.length() > longest) {
                throw new InvalidRequest(
                        code(name),
                        name + " must have at most " + longest + " characters, found " + value.length() + ".");
            }
            return value;
        });
    }

    /** True or false, in any case, or 1 or 0. */
    public Optional<Boolean> flag(String name) {
        return text(name).map(value -> switch (value.toLowerCase(Locale.ROOT)) {
            case "true", "1" -> true;
            case "false", "0" -> false;
            default -> throw invalid(name, "true or false", value);
        });
    }

    /** A whole number in a range. */
    public Optional<Long> whole(String name, long least, long most) {
        return text(name).map(value -> {
            if (WHOLE.matcher(value).matches()) {
                long number = Long.parseLong(value);
                if (number >= least && number <= most) {
                    return number;
                }
            }
            throw invalid(name, "a whole number from " + least + " to " + most, value);
        });
    }

    /** A number in a range. */
    public Optional<Double> decimal(String name, double least, double most) {
        return text(name).map(value -> decimal(name, value, least, most));
    }

    /** Some numbers in a range, as {@link #list} finds them. */
    public List<Double> decimals(String name, double least, double most) {
        return list(name).stream()
                .map(value -> decimal(name, value, least, most))
                .toList();
    }

    /** One of the constants of {@code type}, by their names in lower case. */
    public <E extends Enum<E>> Optional<E> choice(String name, Class<E> type) {
        return text(name).map(value -> constant(name, value, type));
    }

    /** Some of the constants of {@code type}, as {@link #list} finds them. */
    public <E extends Enum<E>> List<E> choices(String name, Class<E> type) {
        return list(name).stream().map(value -> constant(name, value, type)).toList();
    }

    /**
     * Several texts: separated by commas in a field {@code name}, or one each in fields {@code name[]}. Empty when there is
     * neither.
     */
    public List<String> list(String name) {
        Optional<String> separated = text(name);
        Optional<String> repeated = text(name + REPEATED);
        if (separated.isPresent() && repeated.isPresent()) {
            throw new InvalidRequest(
                    "repeated_field", name + " is given twice, as " + name + " and as " + name + REPEATED + ".");
        }
        return Stream.concat(split(separated, ","), split(repeated, SEPARATOR))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
    }

    /** For a field that is not {@code expected}. */
    public static InvalidRequest invalid(String name, String expected, String found) {
        return new InvalidRequest(code(name), mustBe(name, expected, found));
    }

    /** The sentence about a field that is not {@code expected}. */
    public static String mustBe(String name, String expected, String found) {
        return name + " must be " + expected + ", found " + quoted(found) + ".";
    }

    private static Stream<String> split(Optional<String> text, String separator) {
        return text.stream().flatMap(value -> Stream.of(value.split(separator, -1)));
    }

    private static double decimal(String name, String value, double least, double most) {
        if (DECIMAL.matcher(value).matches()) {
            double number = Double.parseDouble(value);
            if (number >= least && number <= most) {
                return number;
            }
        }
        throw invalid(name, "a number from " + plain(least) + " to " + plain(most), value);
    }

    private static <E extends Enum<E>> E constant(String name, String value, Class<E> type) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> Texts.of(constant).equals(value.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> invalid(name, Texts.all(type, " or "), value));
    }

    private static String code(String name) {
        return "invalid_" + name;
    }

    private static String plain(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }

    private static String quoted(String value) {
        return '"' + (value.length() > LONGEST_QUOTE ? value.substring(0, LONGEST_QUOTE) + "..." : value) + '"';
    }
}
