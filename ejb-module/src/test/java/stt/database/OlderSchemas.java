package stt.database;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.flywaydb.core.api.MigrationInfo;

/** Every version that a schema of this program can have had. */
public final class OlderSchemas {

    private OlderSchemas() {}

    /** Oldest first; the last is the newest. */
    public static List<String> versions(DataSource empty) {
        return Arrays.stream(Migrate.migrations(empty).load().info().all())
                .map(MigrationInfo::getVersion)
                .map(version -> version.getVersion())
                .collect(Collectors.toList());
    }

    /** What MigrationVersion makes of it. */
    static Optional<String> current(DataSource database) {
        return new Schema(database).version();
    }
}
