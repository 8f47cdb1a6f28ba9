package stt.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import stt.database.Schema;

/** A back-up of an older schema, brought to the newest in a temporary database. */
final class MigratedBackup implements Content, AutoCloseable {

    private final Path folder;
    private final Connection connection;
    private final Snapshot rows;

    private MigratedBackup(Path folder, Connection connection) throws SQLException {
        this.folder = folder;
        this.connection = connection;
        this.rows = new Snapshot(connection);
    }

    /** Migrates {@code backup} in a new folder below {@code place}, which is gone when this is closed. */
    static MigratedBackup of(StoredBackup backup, Path place) throws IOException, SQLException {
        Path folder = Files.createTempDirectory(Files.createDirectories(place), "restore");
        try {
            DataSource database = database(folder);
            Schema schema = new Schema(database);
            schema.migrateTo(backup.manifest().schema());
            try (Connection connection = database.getConnection()) {
                connection.setAutoCommit(false);
                new Replacement(connection).with(backup);
                connection.commit();
            }
            schema.migrate();
            return new MigratedBackup(folder, database.getConnection());
        } catch (IOException | SQLException | RuntimeException e) {
            delete(folder);
            throw e;
        }
    }

    private static DataSource database(Path folder) {
        JdbcDataSource source = new JdbcDataSource();
        source.setUrl("jdbc:h2:file:" + folder.resolve("stt").toAbsolutePath());
        source.setUser("stt");
        source.setPassword("");
        return source;
    }

    @Override
    public List<Table> tables() {
        return rows.tables();
    }

    @Override
    public void read(Table table, Reader reader) throws IOException, SQLException {
        rows.read(table, reader);
    }

    @Override
    public void close() throws SQLException {
        try {
            rows.close();
            connection.close();
        } finally {
            delete(folder);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
