package stt.database;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import org.h2.jdbcx.JdbcDataSource;

/** Stores transcripts in a file of H2's from several threads for as long as it lives, and prints the id of each when it is committed. */
final class WritingProcess {

    private static final int THREADS = 4;
    private static final int SEGMENTS = 20;

    private WritingProcess() {}

    public static void main(String[] words) throws SQLException {
        JdbcDataSource database = new JdbcDataSource();
        database.setUrl(words[0]);
        database.setUser("stt");
        database.setPassword("");
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true);
        for (int i = 0; i < THREADS; i++) {
            Connection connection = database.getConnection();
            connection.setAutoCommit(false);
            new Thread(() -> writeForEver(connection, words[1], out)).start();
        }
    }

    private static void writeForEver(Connection connection, String account, PrintStream out) {
        try {
            while (true) {
                String id = UUID.randomUUID().toString();
                write(connection, account, id);
                connection.commit();
                out.println(id);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void write(Connection connection, String account, String id) throws SQLException {
        try (PreparedStatement transcript = connection.prepareStatement(
                        "insert into transcript (id, account_id, title, status, model, created_at) values (?, ?, 'a', 'COMPLETED', 'base', 0)");
                PreparedStatement segment = connection.prepareStatement(
                        "insert into segment (transcript_id, ordinal, start_ms, end_ms, text, confidence, words)"
                                + " values (?, ?, 0, 1, ?, 1, ?)")) {
            transcript.setString(1, id);
            transcript.setString(2, account);
            transcript.executeUpdate();
            for (int i = 0; i < SEGMENTS; i++) {
                segment.setString(1, id);
                segment.setInt(2, i);
                segment.setString(3, "text ".repeat(10 * i));
                segment.setString(4, "[]".repeat(100 * i));
                segment.addBatch();
            }
            segment.executeBatch();
        }
    }
}
