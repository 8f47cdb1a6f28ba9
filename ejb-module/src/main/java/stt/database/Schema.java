package stt.database;

import java.util.Arrays;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;

/**
 * The schema of one database.
 *
 * @param database may be empty
 */
public record Schema(DataSource database) {

    /** Brings it to the newest version. */
    public void migrate() {
        Migrate.toNewest(database);
    }

    /** Brings an empty or older one to that version. */
    public void migrateTo(String version) {
        Migrate.migrations(database).target(version).load().migrate();
    }

    /** Its version; none where it is empty. */
    public Optional<String> version() {
        MigrationInfo[] applied = flyway().info().applied();
        return Arrays.stream(applied)
                .map(MigrationInfo::getVersion)
                .max(MigrationVersion::compareTo)
                .map(MigrationVersion::getVersion);
    }

    /** The newest version that this program knows. */
    public String newest() {
        return Arrays.stream(flyway().info().all())
                .filter(migration -> migration.getState().isResolved())
                .map(MigrationInfo::getVersion)
                .max(MigrationVersion::compareTo)
                .map(MigrationVersion::getVersion)
                .orElseThrow();
    }

    /** Whether this program knows that version. */
    public boolean knows(String version) {
        return MigrationVersion.fromVersion(version).compareTo(MigrationVersion.fromVersion(newest())) <= 0;
    }

    private Flyway flyway() {
        return Migrate.migrations(database).load();
    }
}
