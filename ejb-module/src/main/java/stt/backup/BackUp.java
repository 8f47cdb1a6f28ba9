package stt.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import stt.backup.Manifest.StoredFile;
import stt.backup.Manifest.StoredTable;
import stt.database.Schema;

/** Writes a back-up. The database may be in use meanwhile. */
public final class BackUp {

    private final DataSource database;
    private final DataFiles files;

    public BackUp(DataSource database, DataFiles files) {
        this.database = database;
        this.files = files;
    }

    /**
     * Writes everything into {@code out}, which stays open.
     *
     * @throws UnusableBackup when the database has no schema yet: there is nothing to back up
     * @throws IOException when a file cannot be read, or {@code out} cannot be written
     * @throws SQLException when the database fails
     */
    public Manifest to(OutputStream out) throws IOException, SQLException {
        String schema = new Schema(database)
                .version()
                .orElseThrow(() -> new UnusableBackup("There is nothing to back up: the database is empty."));
        BackupFile backup = new BackupFile(out);
        List<StoredTable> tables = new ArrayList<>();
        Instant moment;
        try (Connection connection = database.getConnection();
                Snapshot snapshot = new Snapshot(connection)) {
            moment = Instant.now();
            for (Table table : snapshot.tables()) {
                tables.add(backup.add(table, snapshot));
            }
        }
        Manifest manifest = new Manifest(schema, moment, tables, files(backup));
        backup.end(manifest);
        return manifest;
    }

    private List<StoredFile> files(BackupFile backup) throws IOException {
        List<StoredFile> stored = new ArrayList<>();
        for (Map.Entry<String, Path> file : files.present().entrySet()) {
            backup.add(file.getKey(), file.getValue()).ifPresent(stored::add);
        }
        return stored;
    }
}
