package stt.backup;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import stt.backup.Manifest.StoredFile;
import stt.backup.Manifest.StoredTable;

/** A back-up in a file. */
public final class StoredBackup implements Content, AutoCloseable {

    private final Path file;
    private final ZipFile zip;
    private final Manifest manifest;

    private StoredBackup(Path file, ZipFile zip) throws IOException {
        this.file = file;
        this.zip = zip;
        this.manifest = manifest(file, zip);
    }

    /**
     * Opens a back-up, and reads nothing but its manifest.
     *
     * @throws UnusableBackup when the file is none that this version can read
     * @throws IOException when it cannot be read
     */
    public static StoredBackup open(Path file) throws IOException {
        ZipFile zip;
        try {
            zip = new ZipFile(file.toFile());
        } catch (ZipException e) {
            throw new UnusableBackup("%s is no back-up, or its end is missing.".formatted(file), e);
        }
        try {
            return new StoredBackup(file, zip);
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    public Manifest manifest() {
        return manifest;
    }

    /**
     * Reads everything, and compares it with the manifest's hashes.
     *
     * @throws UnusableBackup when something is not as it was written
     * @throws IOException when the file cannot be read
     */
    public void verify() throws IOException {
        for (StoredTable table : manifest.tables()) {
            verify(table.entry(), table.sha256());
        }
        for (StoredFile stored : manifest.files()) {
            verify(stored.entry(), stored.sha256());
        }
    }

    @Override
    public List<Table> tables() {
        return manifest.tables().stream().map(StoredTable::table).toList();
    }

    @Override
    public void read(Table table, Reader reader) throws IOException, SQLException {
        try (JsonParser json = Json.createParser(entry(new StoredTable(table, 0, "").entry()))) {
            json.next();
            @Nullable Object[] values = new Object[table.columns().size()];
            while (json.next() == Event.START_ARRAY) {
                for (int i = 0; i < values.length; i++) {
                    values[i] = json.next() == Event.VALUE_NULL
                            ? null
                            : table.columns().get(i).kind().parse(json);
                }
                json.next();
                reader.row(values);
            }
        } catch (JsonException | IllegalStateException | IllegalArgumentException | DateTimeException e) {
            throw damaged(table.name(), e);
        }
    }

    /** The content of a file in the back-up; the caller closes it. */
    InputStream open(StoredFile stored) throws IOException {
        return entry(stored.entry());
    }

    private void verify(String name, String sha256) throws IOException {
        try (InputStream in = entry(name);
                DigestOutputStream digest = new DigestOutputStream(OutputStream.nullOutputStream(), Sha256.digest())) {
            in.transferTo(digest);
            if (!Sha256.text(digest.getMessageDigest()).equals(sha256)) {
                throw damaged(name, null);
            }
        } catch (ZipException e) {
            throw damaged(name, e);
        }
    }

    private InputStream entry(String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw damaged(name, null);
        }
        return zip.getInputStream(entry);
    }

    private static Manifest manifest(Path file, ZipFile zip) throws IOException {
        ZipEntry entry = zip.getEntry(Manifest.ENTRY);
        if (entry == null) {
            throw new UnusableBackup("%s is no back-up: it has no manifest.".formatted(file));
        }
        try (JsonReader reader = Json.createReader(zip.getInputStream(entry))) {
            JsonObject json = reader.readObject();
            if (ManifestJson.format(json) > Manifest.FORMAT) {
                throw new UnusableBackup("%s was made by a newer version of this program.".formatted(file));
            }
            return ManifestJson.parse(json);
        } catch (JsonException | ClassCastException | NullPointerException | IllegalArgumentException e) {
            throw new UnusableBackup("%s is no back-up: its manifest cannot be read.".formatted(file), e);
        }
    }

    private UnusableBackup damaged(String part, @Nullable Throwable cause) {
        return new UnusableBackup("%s is damaged: its part %s is not what was written.".formatted(file, part), cause);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
