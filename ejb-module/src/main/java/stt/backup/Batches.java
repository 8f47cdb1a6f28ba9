package stt.backup;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Inserts rows, some hundred at a time, and fewer when they are long. */
final class Batches implements Content.Reader, AutoCloseable {

    private static final DateTimeFormatter MICROSECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS", Locale.ROOT);
    private static final int ROWS = 500;
    private static final long CHARACTERS =
            4 << 20; // so that the rows of a batch fit into memory, and into a MySQL packet

    private final PreparedStatement insert;
    private int rows;
    private long characters;
    private long count;

    /** Closes the statement with itself. */
    Batches(PreparedStatement insert) {
        this.insert = insert;
    }

    @Override
    public void row(@Nullable Object[] values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            insert.setObject(i + 1, bound(values[i]));
            characters += length(values[i]);
        }
        insert.addBatch();
        count++;
        if (++rows == ROWS || characters > CHARACTERS) {
            flush();
        }
    }

    /** Sends what has not been sent. */
    void flush() throws SQLException {
        if (rows > 0) {
            insert.executeBatch();
            rows = 0;
            characters = 0;
        }
    }

    /** How many rows there were. */
    long count() {
        return count;
    }

    /** Times as text: MySQL's driver takes MariaDB 10 for a server without fractions of seconds, and drops them. */
    private static @Nullable Object bound(@Nullable Object value) {
        return value instanceof LocalDateTime time ? MICROSECONDS.format(time) : value;
    }

    private static int length(@Nullable Object value) {
        if (value instanceof String text) {
            return text.length();
        }
        return value instanceof byte[] bytes ? bytes.length : 0;
    }

    @Override
    public void close() throws SQLException {
        insert.close();
    }
}
