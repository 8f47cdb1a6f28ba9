package stt.backup;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts content in the place of all rows of a database, in the connection's transaction, which the caller commits. */
final class Replacement {

    private final Connection database;
    private final DatabaseTables names;

    Replacement(Connection database) throws SQLException {
        this.database = database;
        this.names = new DatabaseTables(database);
    }

    /**
     * Replaces all rows, and counts them.
     *
     * @throws UnusableBackup when the content has other tables or columns than the database
     * @throws SQLException when a row is not accepted, or was not kept
     */
    void with(Content content) throws IOException, SQLException {
        List<Table> parentsFirst = names.parentsFirst();
        Map<String, Table> given = new HashMap<>();
        content.tables().forEach(table -> given.put(table.name(), table));
        refuseOthers(parentsFirst, given);
        List<Table> childrenFirst = new ArrayList<>(parentsFirst);
        Collections.reverse(childrenFirst);
        for (Table table : childrenFirst) {
            execute("delete from " + names.named(table.name()));
        }
        for (Table table : parentsFirst) {
            insert(table, content);
        }
    }

    private static void refuseOthers(List<Table> wanted, Map<String, Table> given) {
        boolean same = wanted.size() == given.size()
                && wanted.stream().allMatch(table -> names(table).equals(names(given.get(table.name()))));
        if (!same) {
            throw new UnusableBackup("The back-up does not have the tables of the schema version that it names.");
        }
    }

    private static List<String> names(@Nullable Table table) {
        return table == null
                ? List.of()
                : table.columns().stream().map(Column::name).sorted().toList();
    }

    private void insert(Table table, Content content) throws IOException, SQLException {
        Table asGiven = content.tables().stream()
                .filter(given -> given.name().equals(table.name()))
                .findFirst()
                .orElseThrow();
        try (Batches batches = new Batches(database.prepareStatement(names.insert(asGiven)))) {
            content.read(asGiven, batches);
            batches.flush();
            refuseIfNotAllThere(table, batches.count());
        }
    }

    private void refuseIfNotAllThere(Table table, long written) throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet count = statement.executeQuery("select count(*) from " + names.named(table.name()))) {
            count.next();
            if (count.getLong(1) != written) {
                throw new SQLException(
                        "of %d rows of %s, the database has %d".formatted(written, table.name(), count.getLong(1)));
            }
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = database.createStatement()) {
            statement.execute(sql);
        }
    }
}
