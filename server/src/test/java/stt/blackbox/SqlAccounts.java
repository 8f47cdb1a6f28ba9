package stt.blackbox;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.zip.CRC32;

/**
 * Accounts put into a running server's database directly, with a key each.
 *
 * @param url of the database
 * @param user of the database, without a password
 */
record SqlAccounts(String url, String user) {

    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    /** An account and its key. */
    record Made(UUID id, String key) {}

    /** A new account with {@code plan}, FREE or PAID. */
    Made make(String plan) {
        UUID id = UUID.randomUUID();
        String key = key();
        update(
                "insert into account (id, email, name, role, plan, password_hash, created_at) values (?, ?, 'Test', 'USER', ?,"
                        + " 'none', 0)",
                id.toString(),
                id + "@example.org",
                plan);
        update(
                "insert into api_key (id, account_id, name, prefix, secret_hash, created_at) values (?, ?, 'test', ?, ?, 0)",
                UUID.randomUUID().toString(),
                id.toString(),
                key.substring(0, 10),
                hash(key));
        return new Made(id, key);
    }

    /** A balance for an account that has none yet. */
    void credits(UUID account, long cents) {
        update(
                "insert into credit_balance (account_id, cents, held) values (?, ?, 0)",
                account.toString(),
                Long.toString(cents));
        update(
                "insert into credit_entry (id, account_id, kind, cents, reference, note, created_at)"
                        + " values (?, ?, 'GRANT', ?, ?, '', 0)",
                UUID.randomUUID().toString(),
                account.toString(),
                Long.toString(cents),
                "grant:" + account);
    }

    /** Takes credits away, as work does. */
    void charge(UUID account, long cents) {
        update(
                "insert into credit_entry (id, account_id, kind, cents, reference, note, created_at)"
                        + " values (?, ?, 'CHARGE', ?, ?, '', 1)",
                UUID.randomUUID().toString(),
                account.toString(),
                Long.toString(-cents),
                "charge:" + account);
        update(
                "update credit_balance set cents = cents - ? where account_id = ?",
                Long.toString(cents),
                account.toString());
    }

    /** An account's browsers were signed in an hour ago. */
    void signedInLongAgo(UUID account) {
        update("update login_session set created_at = created_at - 3600000 where account_id = ?", account.toString());
    }

    /** A key's time is over. */
    void expire(UUID key) {
        update("update api_key set expires_at = 1 where id = ?", key.toString());
    }

    /** The id of the key that {@link #make} gave an account. */
    UUID keyOf(UUID account) {
        return UUID.fromString(text("select id from api_key where account_id = ?", account));
    }

    /** A private instance, which nobody asks how it is. */
    UUID instance(UUID account) {
        UUID id = UUID.randomUUID();
        update(
                "insert into cloud_instance (id, account_id, name, region, endpoint, status, created_at, next_check_at)"
                        + " values (?, ?, 'production', 'Berlin', 'https://stt.customer.invalid', 'UNKNOWN', 0, "
                        + Long.MAX_VALUE + ")",
                id.toString(),
                account.toString());
        return id;
    }

    /** A transcript with a segment. */
    UUID transcript(UUID account) {
        UUID id = UUID.randomUUID();
        update(
                "insert into transcript (id, account_id, title, status, model, language, duration_ms, created_at, completed_at)"
                        + " values (?, ?, 'Meeting', 'COMPLETED', 'base', 'en', 1000, 0, 1000)",
                id.toString(),
                account.toString());
        update(
                "insert into segment (transcript_id, ordinal, start_ms, end_ms, text, confidence, words)"
                        + " values (?, 0, 0, 1000, 'Hello.', 1, '[]')",
                id.toString());
        return id;
    }

    /** What an account had done on a day. */
    void usage(UUID account, LocalDate day, String kind, long millis) {
        update(
                "insert into usage_day (account_id, usage_date, kind, requests, millis, characters, cents)"
                        + " values (?, ?, ?, 2, ?, 50, 7)",
                account.toString(),
                day.toString(),
                kind,
                Long.toString(millis));
    }

    /** Every row that is an account's, of whichever table, without times of use, which change by themselves. */
    List<String> rowsOf(UUID account) {
        List<String> rows = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(url, user, "")) {
            addRows(connection, "account", "id = '" + account + "'", rows);
            for (String table : tablesOfAccounts(connection)) {
                addRows(connection, table, "account_id = '" + account + "'", rows);
            }
            addRows(
                    connection,
                    "segment",
                    "transcript_id in (select id from transcript where account_id = '" + account + "')",
                    rows);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return rows;
    }

    private static Set<String> tablesOfAccounts(Connection connection) throws SQLException {
        Set<String> tables = new TreeSet<>();
        for (String name : List.of("account_id", "ACCOUNT_ID")) {
            try (ResultSet columns = connection.getMetaData().getColumns(connection.getCatalog(), null, "%", name)) {
                while (columns.next()) {
                    tables.add(columns.getString("TABLE_NAME"));
                }
            }
        }
        return tables;
    }

    private static void addRows(Connection connection, String table, String condition, List<String> rows)
            throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("select * from " + table + " where " + condition)) {
            while (found.next()) {
                StringBuilder row = new StringBuilder(table);
                for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
                    if (!found.getMetaData().getColumnName(i).equalsIgnoreCase("last_used_at")) {
                        row.append(' ').append(found.getString(i));
                    }
                }
                rows.add(row.toString());
            }
        }
        rows.sort(null);
    }

    /** The number that {@code select} finds for an account. */
    long number(String select, UUID account) {
        return Long.parseLong(text(select, account));
    }

    private String text(String select, UUID account) {
        try (Connection connection = DriverManager.getConnection(url, user, "");
                PreparedStatement statement = connection.prepareStatement(select)) {
            statement.setString(1, account.toString());
            ResultSet rows = statement.executeQuery();
            return rows.next() ? rows.getString(1) : "0";
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void update(String sql, String... parameters) {
        try (Connection connection = DriverManager.getConnection(url, user, "");
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setString(i + 1, parameters[i]);
            }
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String key() {
        String body = "stt_" + base62(new BigInteger(256, new SecureRandom()), 43);
        CRC32 checksum = new CRC32();
        checksum.update(body.getBytes(StandardCharsets.US_ASCII));
        return body + base62(BigInteger.valueOf(checksum.getValue()), 6);
    }

    private static String base62(BigInteger number, int length) {
        StringBuilder digits = new StringBuilder();
        BigInteger rest = number;
        for (int i = 0; i < length; i++) {
            digits.append(DIGITS.charAt(rest.mod(BigInteger.valueOf(62)).intValue()));
            rest = rest.divide(BigInteger.valueOf(62));
        }
        return digits.reverse().toString();
    }

    private static String hash(String key) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
