package stt.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;
import stt.search.SearchTerms;

/** Makes the transcripts of earlier versions searchable: SQL cannot tell words apart in every script. */
final class IndexTranscripts implements JavaMigration {

    private static final String MISSING = "select t.id, t.account_id, t.title from transcript t"
            + " where t.status = 'COMPLETED' and not exists (select 1 from transcript_search s where s.transcript_id = t.id)";

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("5.2");
    }

    @Override
    public String getDescription() {
        return "index transcripts";
    }

    @Override
    public @Nullable Integer getChecksum() {
        return null;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) throws SQLException {
        Connection connection = context.getConnection();
        try (PreparedStatement missing = connection.prepareStatement(MISSING);
                ResultSet transcripts = missing.executeQuery();
                PreparedStatement insert = connection.prepareStatement(
                        "insert into transcript_search (transcript_id, account_id, terms) values (?, ?, ?)")) {
            while (transcripts.next()) {
                String id = transcripts.getString(1);
                String account = transcripts.getString(2);
                SearchTerms terms = new SearchTerms(UUID.fromString(account)).add(transcripts.getString(3));
                addSegments(connection, id, terms);
                insert.setString(1, id);
                insert.setString(2, account);
                insert.setString(3, terms.text());
                insert.executeUpdate();
            }
        }
    }

    private static void addSegments(Connection connection, String transcript, SearchTerms terms) throws SQLException {
        try (PreparedStatement segments =
                connection.prepareStatement("select text from segment where transcript_id = ? order by ordinal")) {
            segments.setString(1, transcript);
            try (ResultSet texts = segments.executeQuery()) {
                while (texts.next()) {
                    terms.add(texts.getString(1));
                }
            }
        }
    }
}
