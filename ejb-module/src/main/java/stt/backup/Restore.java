package stt.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import stt.database.InDoubt;
import stt.database.Schema;

/**
 * Puts a back-up in the place of what a database holds. No server may use the database meanwhile. Whatever fails leaves the
 * rows as they were; the schema may be of a newer version then.
 */
public final class Restore {

    private final DataSource database;
    private final DataFiles files;

    public Restore(DataSource database, DataFiles files) {
        this.database = database;
        this.files = files;
    }

    /**
     * Restores {@code file}.
     *
     * @param replace whether accounts that are there may be replaced
     * @throws DatabaseInUse when there are some, and they may not be
     * @throws UnusableBackup when the file is not whole, or of a newer schema
     * @throws IOException when a file cannot be read or written
     * @throws SQLException when the database fails
     */
    public Manifest from(Path file, boolean replace) throws IOException, SQLException {
        try (StoredBackup backup = StoredBackup.open(file)) {
            Schema schema = new Schema(database);
            if (!schema.knows(backup.manifest().schema())) {
                throw new UnusableBackup("%s has schema version %s, and this program knows none after %s."
                        .formatted(file, backup.manifest().schema(), schema.newest()));
            }
            backup.verify();
            try (Connection connection = database.getConnection()) {
                InDoubt.commit(connection); // they hold rows
                refuseToReplace(connection, replace);
            }
            schema.migrate();
            try (RestoredFiles restored = RestoredFiles.of(backup, files)) {
                load(backup, schema);
                restored.takePlace();
            }
            return backup.manifest();
        }
    }

    private void refuseToReplace(Connection connection, boolean replace) throws SQLException {
        DatabaseTables tables = new DatabaseTables(connection);
        if (replace
                || tables.parentsFirst().stream()
                        .noneMatch(table -> table.name().equals("account"))) {
            return;
        }
        try (Statement statement = connection.createStatement();
                ResultSet count = statement.executeQuery("select count(*) from " + tables.named("account"))) {
            count.next();
            if (count.getLong(1) > 0) {
                throw new DatabaseInUse(count.getLong(1));
            }
        }
    }

    private void load(StoredBackup backup, Schema schema) throws IOException, SQLException {
        if (backup.manifest().schema().equals(schema.newest())) {
            replaceWith(backup);
        } else {
            try (MigratedBackup migrated = MigratedBackup.of(backup, files.dataFolder())) {
                replaceWith(migrated);
            }
        }
    }

    private void replaceWith(Content content) throws IOException, SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                new Replacement(connection).with(content);
                connection.commit();
            } catch (IOException | SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            }
        }
    }
}
