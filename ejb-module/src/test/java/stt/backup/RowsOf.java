package stt.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Everything that is in a database, to be compared with another of any make. */
final class RowsOf {

    private RowsOf() {}

    /** The rows of each table, in an order of their own. */
    static Map<String, List<String>> database(DataSource source) {
        Map<String, List<String>> all = new TreeMap<>();
        try (Connection connection = source.getConnection();
                Snapshot snapshot = new Snapshot(connection)) {
            for (Table table : snapshot.tables()) {
                all.put(table.name(), rows(table, snapshot));
            }
            return all;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> rows(Table table, Content content) throws IOException, SQLException {
        List<String> rows = new ArrayList<>();
        content.read(table, values -> rows.add(text(values)));
        Collections.sort(rows);
        return rows;
    }

    private static String text(@Nullable Object[] values) {
        List<String> texts = new ArrayList<>();
        for (Object value : values) {
            texts.add(value instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : String.valueOf(value));
        }
        return String.join("|", texts);
    }
}
