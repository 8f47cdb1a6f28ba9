package stt.connector.devices;

import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;

/** Values with commas in them. */
public final class CommaSeparated {

    private CommaSeparated() {}

    /** The parts of a key's value, without spaces around them; none when it has no value. */
    public static List<String> of(Config config, String key) {
        return config.getOptionalValue(key, String.class).stream()
                .flatMap(values -> Stream.of(values.split(",", -1)))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
    }
}
