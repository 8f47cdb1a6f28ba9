package stt.blackbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;

/**
 * Transcripts put into a running server's database directly.
 *
 * @param url of the database
 * @param user of the database, without a password
 */
record SqlTranscripts(String url, String user) {

    private static final String TRANSCRIPT =
            "insert into transcript (id, account_id, title, status, model, language, duration_ms, created_at, completed_at, progress)"
                    + " values (?, ?, ?, ?, 'base', ?, 1000, ?, null, ?)";

    private static final String SEGMENT =
            "insert into segment (transcript_id, ordinal, start_ms, end_ms, text, confidence, words, speaker)"
                    + " values (?, ?, ?, ?, ?, 0.9, '[]', ?)";

    /**
     * What a transcript is.
     *
     * @param status such as COMPLETED
     */
    record Row(String title, String status, String language, Instant created) {}

    /** A completed transcript of {@code account} with a segment and a recording. */
    static UUID whole(ContractServer server, UUID account) {
        SqlTranscripts sql =
                new SqlTranscripts(server.accounts().url(), server.accounts().user());
        UUID id = sql.add(account, new Row("whole", "COMPLETED", "en", Instant.EPOCH));
        sql.speak(id, 1);
        sql.haveRecording(id);
        Path file = recording(server, id);
        try {
            Files.createDirectories(file.getParent());
            Files.copy(Api.JFK, file);
            return id;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where a transcript's recording is, if it is kept. */
    static Path recording(ContractServer server, UUID transcript) {
        return server.data()
                .resolve("audio")
                .resolve(transcript.toString().substring(0, 2))
                .resolve(transcript.toString());
    }

    /** A new transcript of {@code account} without segments. */
    UUID add(UUID account, Row row) {
        UUID id = UUID.randomUUID();
        try (Connection connection = DriverManager.getConnection(url, user, "");
                PreparedStatement insert = connection.prepareStatement(TRANSCRIPT)) {
            insert.setString(1, id.toString());
            insert.setString(2, account.toString());
            insert.setString(3, row.title());
            insert.setString(4, row.status());
            insert.setString(5, row.language());
            insert.setLong(6, row.created().toEpochMilli());
            insert.setObject(7, row.status().equals("PROCESSING") ? 40 : null);
            insert.executeUpdate();
            return id;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** {@code count} segments of 4 s, said by two speakers in turn. */
    void speak(UUID transcript, int count) {
        try (Connection connection = DriverManager.getConnection(url, user, "");
                PreparedStatement insert = connection.prepareStatement(SEGMENT)) {
            connection.setAutoCommit(false);
            for (int i = 0; i < count; i++) {
                insert.setString(1, transcript.toString());
                insert.setInt(2, i);
                insert.setLong(3, i * 4_000L);
                insert.setLong(4, i * 4_000L + 3_900);
                insert.setString(5, "This is sentence number " + i + " of the whole talk.");
                insert.setString(6, "Speaker " + (1 + i % 2));
                insert.addBatch();
            }
            insert.executeBatch();
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A recording is kept for it, says its row. */
    void haveRecording(UUID transcript) {
        try (Connection connection = DriverManager.getConnection(url, user, "");
                PreparedStatement update =
                        connection.prepareStatement("update transcript set audio_bytes = 5 where id = ?")) {
            update.setString(1, transcript.toString());
            update.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
