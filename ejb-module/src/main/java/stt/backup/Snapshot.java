package stt.backup;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A database as it was at the moment when this was made, whoever writes to it meanwhile. Blocks nobody. */
final class Snapshot implements Content, AutoCloseable {

    private final Connection database;
    private final DatabaseTables names;
    private final boolean inFile;
    private final int isolationBefore;
    private final List<Table> tables;

    /** The connection must not be in a transaction. It is as it was when this is closed, and belongs to the caller. */
    Snapshot(Connection database) throws SQLException {
        this.database = database;
        this.names = new DatabaseTables(database);
        this.inFile = database.getMetaData().getDatabaseProductName().equals("H2");
        this.isolationBefore = database.getTransactionIsolation();
        this.tables = names.parentsFirst();
        begin();
    }

    private void begin() throws SQLException {
        database.setTransactionIsolation(
                inFile ? Connection.TRANSACTION_SERIALIZABLE : Connection.TRANSACTION_REPEATABLE_READ);
        database.setAutoCommit(false);
        // H2 would hold the whole result of a query before it gives out the first row.
        execute(inFile ? "set lazy_query_execution 1" : "start transaction with consistent snapshot");
    }

    @Override
    public List<Table> tables() {
        return tables;
    }

    @Override
    public void read(Table table, Reader reader) throws IOException, SQLException {
        @Nullable Object[] values = new Object[table.columns().size()];
        try (PreparedStatement select = database.prepareStatement(
                names.select(table), ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY)) {
            if (!inFile) {
                select.setFetchSize(Integer.MIN_VALUE); // how MySQL's driver is told to hand rows on as they come
            }
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    read(table, rows, values);
                    reader.row(values);
                }
            }
        }
    }

    private static void read(Table table, ResultSet row, @Nullable Object[] values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            Object value = table.columns().get(i).kind().read(row, i + 1);
            values[i] = row.wasNull() ? null : value;
        }
    }

    private void execute(String statement) throws SQLException {
        try (Statement session = database.createStatement()) {
            session.execute(statement);
        }
    }

    @Override
    public void close() throws SQLException {
        if (inFile) {
            execute("set lazy_query_execution 0");
        }
        database.rollback();
        database.setAutoCommit(true);
        database.setTransactionIsolation(isolationBefore);
    }
}
