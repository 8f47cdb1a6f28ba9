package stt.backup;

import java.time.Instant;
import java.util.List;

/**
 * What a back-up holds.
 *
 * @param schema version of the schema that the rows are in
 * @param madeAt the moment that the rows are from
 */
public record Manifest(String schema, Instant madeAt, List<StoredTable> tables, List<StoredFile> files) {

    /** The version of the form in which back-ups are written. */
    static final int FORMAT = 1;

    static final String ENTRY = "manifest.json";

    public Manifest {
        tables = List.copyOf(tables);
        files = List.copyOf(files);
    }

    /** A table's rows in the back-up; the hash is SHA-256 of them as they are written, in hexadecimal. */
    public record StoredTable(Table table, long rows, String sha256) {

        String entry() {
            return "tables/" + table.name() + ".json";
        }
    }

    /** A file in the back-up, by its name in it. */
    public record StoredFile(String name, long bytes, String sha256) {

        String entry() {
            return "files/" + name;
        }
    }

    /** How many rows of that table there are; none where there is no such table. */
    public long rows(String table) {
        return tables.stream()
                .filter(stored -> stored.table().name().equals(table))
                .mapToLong(StoredTable::rows)
                .sum();
    }
}
