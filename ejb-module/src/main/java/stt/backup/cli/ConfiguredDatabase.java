package stt.backup.cli;

import java.util.Map;
import javax.sql.DataSource;

/** The data source that the environment describes, as the server's own is. */
final class ConfiguredDatabase {

    private ConfiguredDatabase() {}

    static DataSource of(Map<String, String> environment) {
        try {
            Object source = Class.forName(environment.get("STT_DATABASE_CLASS"))
                    .getConstructor()
                    .newInstance();
            set(source, "setUrl", url(environment.getOrDefault("STT_DATABASE_URL", "")));
            set(source, "setUser", environment.getOrDefault("STT_DATABASE_USER", ""));
            set(source, "setPassword", environment.getOrDefault("STT_DATABASE_PASSWORD", ""));
            return (DataSource) source;
        } catch (ReflectiveOperationException | ClassCastException e) {
            throw new IllegalStateException(
                    "STT_DATABASE_CLASS is \"%s\", which is no data source here"
                            .formatted(environment.get("STT_DATABASE_CLASS")),
                    e);
        }
    }

    /** MySQL's driver sends the rows of a batch one by one unless it is told otherwise. */
    private static String url(String url) {
        return url.startsWith("jdbc:mysql:")
                ? url + (url.contains("?") ? "&" : "?") + "rewriteBatchedStatements=true"
                : url;
    }

    private static void set(Object source, String setter, String value) throws ReflectiveOperationException {
        source.getClass().getMethod(setter, String.class).invoke(source, value);
    }
}
