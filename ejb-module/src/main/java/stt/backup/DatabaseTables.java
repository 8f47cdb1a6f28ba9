package stt.backup;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The tables of the platform in one database, and how its SQL names them. */
final class DatabaseTables {

    private static final String HISTORY = "flyway_schema_history"; // Flyway's own: it says how the schema came about

    private final Connection database;
    private final DatabaseMetaData facts;

    DatabaseTables(Connection database) throws SQLException {
        this.database = database;
        this.facts = database.getMetaData();
    }

    /** All tables; one that refers to another comes after it. */
    List<Table> parentsFirst() throws SQLException {
        Map<String, Table> tables = new LinkedHashMap<>();
        Set<String> waiting = names();
        while (!waiting.isEmpty()) {
            int before = waiting.size();
            for (String name : List.copyOf(waiting)) {
                if (parents(name).stream().noneMatch(waiting::contains)) {
                    tables.put(name, new Table(name, columns(name)));
                    waiting.remove(name);
                }
            }
            if (waiting.size() == before) {
                throw new IllegalStateException("these tables refer to each other in a circle: " + waiting);
            }
        }
        return List.copyOf(tables.values());
    }

    /** {@code insert} with a parameter for each column. */
    String insert(Table table) throws SQLException {
        return "insert into %s (%s) values (%s)"
                .formatted(
                        named(table.name()),
                        columnList(table),
                        table.columns().stream().map(column -> "?").collect(Collectors.joining(", ")));
    }

    /** {@code select} of all rows. */
    String select(Table table) throws SQLException {
        return "select %s from %s".formatted(columnList(table), named(table.name()));
    }

    /** A name as it stands in SQL: in the case that this database keeps it in, and never a key word. */
    String named(String name) throws SQLException {
        String quote = facts.getIdentifierQuoteString();
        return quote + stored(name) + quote;
    }

    private String columnList(Table table) throws SQLException {
        List<String> names = new ArrayList<>();
        for (Column column : table.columns()) {
            names.add(named(column.name()));
        }
        return String.join(", ", names);
    }

    private Set<String> names() throws SQLException {
        Set<String> names = new TreeSet<>();
        try (ResultSet rows = facts.getTables(
                database.getCatalog(), database.getSchema(), "%", new String[] {"TABLE", "BASE TABLE"})) {
            while (rows.next()) {
                names.add(lower(rows.getString("TABLE_NAME")));
            }
        }
        names.remove(HISTORY);
        return names;
    }

    private Set<String> parents(String table) throws SQLException {
        Set<String> parents = new LinkedHashSet<>();
        try (ResultSet rows = facts.getImportedKeys(database.getCatalog(), database.getSchema(), stored(table))) {
            while (rows.next()) {
                parents.add(lower(rows.getString("PKTABLE_NAME")));
            }
        }
        parents.remove(table);
        return parents;
    }

    private List<Column> columns(String table) throws SQLException {
        List<Column> columns = new ArrayList<>();
        try (ResultSet rows = facts.getColumns(database.getCatalog(), database.getSchema(), stored(table), "%")) {
            while (rows.next()) {
                // A name of a table is a pattern here: "_" stands for any character.
                if (lower(rows.getString("TABLE_NAME")).equals(table) && !isMadeByDatabase(rows)) {
                    columns.add(new Column(lower(rows.getString("COLUMN_NAME")), Kind.of(rows.getInt("DATA_TYPE"))));
                }
            }
        }
        return columns;
    }

    private static boolean isMadeByDatabase(ResultSet column) throws SQLException {
        return "YES".equals(column.getString("IS_GENERATEDCOLUMN"));
    }

    private String stored(String name) throws SQLException {
        return facts.storesUpperCaseIdentifiers() ? name.toUpperCase(Locale.ROOT) : name;
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
