package stt.database;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.lang.reflect.Field;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Puts rows into every table of a schema, whichever version it is and whatever tables that has: one with a value in each column,
 * one with nulls wherever they are allowed. What an entity has as an enum gets one of its constants.
 */
public final class RowFiller {

    /** Beyond every alphabet of 16 bits, and what SQL, JSON and hexadecimal might trip over. */
    static final String TEXT = "\ud83c\udf89 na\u00efve \u6f22\u5b57 '\"\\ \u0639\u0631\u0628\u064a";

    private static final String HISTORY = "flyway_schema_history";
    private static final long NOW = 1_774_751_400_123L;

    /** What the application reads as JSON. */
    private static final Map<String, String> FORMS = Map.of(
            "segment.words", "[[\"Hi\",0,10,0.5]]",
            "transcript.turns", "[[0,10,\"Speaker 1\"]]",
            "transcript.speaker_names", "{\"Speaker 1\":\"Ann\"}");

    private final Connection database;
    private final DatabaseMetaData facts;
    private final Map<String, String> constants;
    private final Map<String, List<@Nullable Object>> filled = new HashMap<>();
    private long next;

    /** The entities are those of the newest version: what an enum was called in an older one must be valid still. */
    public RowFiller(Connection database, Iterable<Class<?>> entities) throws SQLException {
        this.database = database;
        this.facts = database.getMetaData();
        this.constants = constants(entities);
    }

    /** Adds rows to all tables, and returns how many each has then. */
    public Map<String, Long> fill() throws SQLException {
        List<String> waiting = new ArrayList<>(tables());
        Map<String, Long> counts = new HashMap<>();
        while (!waiting.isEmpty()) {
            for (String table : List.copyOf(waiting)) {
                Map<String, String> parents = parents(table);
                if (parents.values().stream()
                        .map(reference -> reference.substring(0, reference.indexOf('.')))
                        .noneMatch(parent -> !parent.equals(table) && waiting.contains(parent))) {
                    insert(table, parents, false);
                    insert(table, parents, true);
                    counts.put(table, count(table));
                    waiting.remove(table);
                }
            }
        }
        return counts;
    }

    /** How many rows each table has. */
    public static Map<String, Long> counts(Connection database) throws SQLException {
        RowFiller counting = new RowFiller(database, List.of());
        Map<String, Long> counts = new HashMap<>();
        for (String table : counting.tables()) {
            counts.put(table, counting.count(table));
        }
        return counts;
    }

    private void insert(String table, Map<String, String> parents, boolean nulls) throws SQLException {
        List<String> names = new ArrayList<>();
        List<@Nullable Object> values = new ArrayList<>();
        try (ResultSet columns = facts.getColumns(database.getCatalog(), database.getSchema(), stored(table), "%")) {
            while (columns.next()) {
                String name = columns.getString("COLUMN_NAME");
                if (!lower(columns.getString("TABLE_NAME")).equals(table)
                        || "YES".equals(columns.getString("IS_GENERATEDCOLUMN"))) {
                    continue;
                }
                String column = table + "." + lower(name);
                String parent = parents.get(lower(name));
                Object value;
                if (nulls && columns.getInt("NULLABLE") == DatabaseMetaData.columnNullable) {
                    value = null;
                } else if (parent != null && filled.containsKey(parent)) {
                    value = filled.getOrDefault(parent, List.of()).get(nulls ? 1 : 0);
                } else {
                    value = value(column, columns.getInt("DATA_TYPE"), columns.getInt("COLUMN_SIZE"));
                }
                names.add(quoted(name));
                values.add(value);
                filled.computeIfAbsent(column, any -> new ArrayList<>()).add(value);
            }
        }
        String sql = "insert into %s (%s) values (%s)"
                .formatted(
                        quoted(stored(table)),
                        String.join(", ", names),
                        names.stream().map(name -> "?").collect(Collectors.joining(", ")));
        try (PreparedStatement statement = database.prepareStatement(sql)) {
            for (int i = 0; i < values.size(); i++) {
                statement.setObject(i + 1, values.get(i));
            }
            statement.executeUpdate();
        }
    }

    private Object value(String column, int type, int size) {
        next++;
        return switch (type) {
            case Types.CHAR -> size == 36 ? UUID.randomUUID().toString() : digits(size);
            case Types.VARCHAR, Types.LONGVARCHAR, Types.CLOB -> text(column, size);
            case Types.BIT, Types.BOOLEAN -> true;
            case Types.TINYINT, Types.SMALLINT -> 1;
            case Types.INTEGER -> (int) next;
            case Types.BIGINT -> NOW + next;
            case Types.REAL, Types.FLOAT, Types.DOUBLE -> 0.1 + 0.2;
            case Types.TIMESTAMP -> LocalDateTime.of(2026, 3, 29, 2, 30, 0, 123_456_000);
            case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB -> new byte[] {0, -1, 127, -128};
            default -> throw new IllegalStateException("no value is known for " + column + " of type " + type);
        };
    }

    private String text(String column, int size) {
        String fixed = constants.getOrDefault(column, FORMS.get(column));
        if (fixed != null) {
            return fixed;
        }
        String unique = next + " " + TEXT;
        return unique.length() <= size || size <= 0 ? unique : Long.toString(next);
    }

    private String digits(int size) {
        String number = Long.toHexString(next);
        return "0".repeat(Math.max(0, size - number.length())) + number;
    }

    /** Column to column of the table that it refers to. */
    private Map<String, String> parents(String table) throws SQLException {
        Map<String, String> parents = new HashMap<>();
        try (ResultSet keys = facts.getImportedKeys(database.getCatalog(), database.getSchema(), stored(table))) {
            while (keys.next()) {
                parents.put(
                        lower(keys.getString("FKCOLUMN_NAME")),
                        lower(keys.getString("PKTABLE_NAME")) + "." + lower(keys.getString("PKCOLUMN_NAME")));
            }
        }
        return parents;
    }

    private List<String> tables() throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet rows = facts.getTables(
                database.getCatalog(), database.getSchema(), "%", new String[] {"TABLE", "BASE TABLE"})) {
            while (rows.next()) {
                tables.add(lower(rows.getString("TABLE_NAME")));
            }
        }
        tables.remove(HISTORY);
        return tables;
    }

    private long count(String table) throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet count = statement.executeQuery("select count(*) from " + quoted(stored(table)))) {
            count.next();
            return count.getLong(1);
        }
    }

    private static Map<String, String> constants(Iterable<Class<?>> entities) {
        Map<String, String> constants = new HashMap<>();
        for (Class<?> entity : entities) {
            Table table = entity.getAnnotation(Table.class);
            String tableName = table == null ? entity.getSimpleName() : table.name();
            for (Field field : entity.getDeclaredFields()) {
                if (entity.isAnnotationPresent(Entity.class) && field.getType().isEnum()) {
                    Column column = field.getAnnotation(Column.class);
                    String name = column == null || column.name().isEmpty() ? field.getName() : column.name();
                    constants.put(
                            lower(tableName + "." + name),
                            ((Enum<?>) field.getType().getEnumConstants()[0]).name());
                }
            }
        }
        return constants;
    }

    private String quoted(String name) throws SQLException {
        return facts.getIdentifierQuoteString() + name + facts.getIdentifierQuoteString();
    }

    private String stored(String table) throws SQLException {
        return facts.storesUpperCaseIdentifiers() ? table.toUpperCase(Locale.ROOT) : table;
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
