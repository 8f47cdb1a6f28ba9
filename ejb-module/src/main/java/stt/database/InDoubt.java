package stt.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Transactions that a process had prepared in the database, and did not live to commit. They hold their rows for ever, until
 * somebody decides.
 */
public final class InDoubt {

    private InDoubt() {}

    /** Whether a live process of ours may have such transactions in this database: then only dead ones' can be ended. */
    static boolean isShared(Connection database) throws SQLException {
        return !database.getMetaData().getDatabaseProductName().equals("H2");
    }

    /**
     * Commits those whose process is gone. MySQL and MariaDB refuse to end one that a connection still has; H2's file belongs
     * to one process, so this must run before that has any of its own.
     *
     * @return how many
     */
    public static int commit(Connection database) throws SQLException {
        int committed = 0;
        for (String statement : isShared(database) ? inServer(database) : inFile(database)) {
            committed += isDone(database, statement) ? 1 : 0;
        }
        return committed;
    }

    private static List<String> inFile(Connection database) throws SQLException {
        return commits(
                database,
                "select transaction_name from information_schema.in_doubt where transaction_state = 'IN_DOUBT'",
                row -> "commit transaction \"" + row.getString(1).replace("\"", "\"\"") + '"');
    }

    private static List<String> inServer(Connection database) throws SQLException {
        return database.getMetaData().getDatabaseProductVersion().contains("MariaDB")
                ? commits(database, "xa recover format='SQL'", row -> "xa commit " + row.getString("data"))
                : commits(database, "xa recover convert xid", InDoubt::ofMySql);
    }

    /** MySQL gives both parts of an id in one hexadecimal number. */
    private static String ofMySql(ResultSet row) throws SQLException {
        String hex = row.getString("data").substring("0x".length());
        int global = 2 * row.getInt("gtrid_length");
        return "xa commit x'%s',x'%s',%d"
                .formatted(hex.substring(0, global), hex.substring(global), row.getLong("formatID"));
    }

    private interface Naming {
        String commit(ResultSet row) throws SQLException;
    }

    private static List<String> commits(Connection database, String query, Naming naming) throws SQLException {
        List<String> commits = new ArrayList<>();
        try (Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                commits.add(naming.commit(rows));
            }
        }
        return commits;
    }

    private static boolean isDone(Connection database, String commit) throws SQLException {
        try (Statement statement = database.createStatement()) {
            statement.execute(commit);
            return true;
        } catch (SQLException e) {
            if (String.valueOf(e.getSQLState()).startsWith("XAE")) {
                return false; // a living connection has it, or another node was faster
            }
            throw e;
        }
    }
}
