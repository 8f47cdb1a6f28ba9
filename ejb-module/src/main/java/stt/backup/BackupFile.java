package stt.backup;

import jakarta.json.Json;
import jakarta.json.stream.JsonGenerator;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import stt.backup.Manifest.StoredFile;
import stt.backup.Manifest.StoredTable;

/** A back-up that is being written, entry by entry. */
final class BackupFile {

    private final ZipOutputStream zip;

    /** The stream is the caller's to close. */
    BackupFile(OutputStream out) {
        this.zip = new ZipOutputStream(out);
    }

    /** Adds all rows of a table. */
    StoredTable add(Table table, Content content) throws IOException, SQLException {
        zip.putNextEntry(new ZipEntry(new StoredTable(table, 0, "").entry()));
        DigestOutputStream out = digesting();
        Rows rows = new Rows(table.columns(), Json.createGenerator(out));
        content.read(table, rows);
        StoredTable stored = new StoredTable(table, rows.end(), Sha256.text(out.getMessageDigest()));
        zip.closeEntry();
        return stored;
    }

    /** Adds a file; empty when it is not there any more. */
    Optional<StoredFile> add(String name, Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            zip.putNextEntry(new ZipEntry(new StoredFile(name, 0, "").entry()));
            DigestOutputStream out = digesting();
            long bytes = in.transferTo(out);
            zip.closeEntry();
            return Optional.of(new StoredFile(name, bytes, Sha256.text(out.getMessageDigest())));
        } catch (NoSuchFileException deletedMeanwhile) {
            return Optional.empty();
        }
    }

    /** Adds the manifest: now the back-up is whole. */
    void end(Manifest manifest) throws IOException {
        zip.putNextEntry(new ZipEntry(Manifest.ENTRY));
        Json.createWriter(open()).write(ManifestJson.of(manifest));
        zip.closeEntry();
        zip.finish();
    }

    private DigestOutputStream digesting() {
        return new DigestOutputStream(open(), Sha256.digest());
    }

    /** Whoever writes an entry may close it without closing the archive. */
    private OutputStream open() {
        return new FilterOutputStream(zip) {
            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                zip.write(bytes, from, length);
            }

            @Override
            public void close() {}
        };
    }

    private static final class Rows implements Content.Reader {

        private final List<Column> columns;
        private final JsonGenerator json;
        private long count;

        Rows(List<Column> columns, JsonGenerator json) {
            this.columns = columns;
            this.json = json.writeStartArray();
        }

        @Override
        public void row(@Nullable Object[] values) {
            json.writeStartArray();
            for (int i = 0; i < values.length; i++) {
                Object value = values[i];
                if (value == null) {
                    json.writeNull();
                } else {
                    columns.get(i).kind().write(value, json);
                }
            }
            json.writeEnd();
            count++;
        }

        long end() {
            json.writeEnd().close();
            return count;
        }
    }
}
