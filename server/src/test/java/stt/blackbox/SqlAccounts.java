package stt.blackbox;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
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

    /** Has webhooks of {@code account} signed with {@code secret}, by servers with this key file. */
    void webhookSecret(UUID account, String secret, Path keyFile) throws IOException {
        UUID id = UUID.randomUUID();
        update(
                "insert into webhook_secret (id, account_id, sealed, created_at) values (?, ?, ?, 0)",
                id.toString(),
                account.toString(),
                SealedSecret.seal(keyFile, secret, id, account));
    }

    /** The number that {@code select} finds for an account. */
    long number(String select, UUID account) {
        try (Connection connection = DriverManager.getConnection(url, user, "");
                PreparedStatement statement = connection.prepareStatement(select)) {
            statement.setString(1, account.toString());
            ResultSet rows = statement.executeQuery();
            return rows.next() ? rows.getLong(1) : 0;
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
