package stt.idempotency;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Blob;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import stt.database.Sql;

/** The rows of requests that carry a key. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class ClaimRows {

    @PersistenceContext
    private EntityManager entities;

    /** For the container. */
    public ClaimRows() {}

    ClaimRows(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * What is known of a key.
     *
     * @param fingerprint of its request
     * @param answer that its request got, when it has
     * @param expires when the claim's lease ends, or the answer is forgotten
     */
    public record Known(String fingerprint, Optional<Answer> answer, Instant expires) {}

    /** Adds a claim that nobody has. Fails when somebody has, or gets it at this moment. */
    public void add(Claim claim, String fingerprint, Instant now, Duration lease) {
        Sql.update(
                entities,
                "insert into idempotent_request (account_id, key_hash, fingerprint, claim, answered, created_at, expires_at)"
                        + " values (?, ?, ?, ?, 0, ?, ?)",
                claim.account().toString(),
                claim.keyHash(),
                fingerprint,
                claim.id().toString(),
                now.toEpochMilli(),
                now.plus(lease).toEpochMilli());
    }

    /** Removes what has expired of a key: the claim of a dead node, or an old answer. */
    public void removeExpired(Claim claim, Instant now) {
        Sql.update(
                entities,
                "delete from idempotent_request where account_id = ? and key_hash = ? and expires_at <= ?",
                claim.account().toString(),
                claim.keyHash(),
                now.toEpochMilli());
    }

    /** What is known of the key of {@code claim}. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Optional<Known> find(Claim claim) {
        return Sql.rows(
                        entities,
                        "select fingerprint, answered, content_type, headers, body, expires_at, status from idempotent_request"
                                + " where account_id = ? and key_hash = ?",
                        claim.account().toString(),
                        claim.keyHash())
                .stream()
                .findFirst()
                .map(ClaimRows::known);
    }

    /** Stores the answer in the caller's transaction; whether the claim still stands. */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public boolean complete(Claim claim, Answer answer, Instant expires) {
        return Sql.update(
                        entities,
                        "update idempotent_request set answered = 1, status = ?, content_type = ?, headers = ?, body = ?, expires_at = ?"
                                + " where account_id = ? and key_hash = ? and claim = ? and answered = 0",
                        answer.status(),
                        answer.contentType(),
                        lines(answer.headers()),
                        Gzip.packed(answer.body()),
                        expires.toEpochMilli(),
                        claim.account().toString(),
                        claim.keyHash(),
                        claim.id().toString())
                == 1;
    }

    /** Removes a claim that came to nothing. */
    public void remove(Claim claim) {
        Sql.update(
                entities,
                "delete from idempotent_request where account_id = ? and key_hash = ? and claim = ? and answered = 0",
                claim.account().toString(),
                claim.keyHash(),
                claim.id().toString());
    }

    /** Moves the end of the leases of claims that still stand. */
    public void renew(Collection<Claim> claims, Instant expires) {
        for (Claim claim : claims) {
            Sql.update(
                    entities,
                    "update idempotent_request set expires_at = ?"
                            + " where account_id = ? and key_hash = ? and claim = ? and answered = 0",
                    expires.toEpochMilli(),
                    claim.account().toString(),
                    claim.keyHash(),
                    claim.id().toString());
        }
    }

    /** Forgets what has expired. */
    public void sweep(Instant now) {
        Sql.update(entities, "delete from idempotent_request where expires_at <= ?", now.toEpochMilli());
    }

    private static Known known(@Nullable Object[] row) {
        Instant expires = Instant.ofEpochMilli(((Number) value(row[5])).longValue());
        String fingerprint = (String) value(row[0]);
        if (((Number) value(row[1])).intValue() == 0) {
            return new Known(fingerprint, Optional.empty(), expires);
        }
        Answer answer = new Answer(
                ((Number) value(row[6])).intValue(),
                (String) value(row[2]),
                headers((String) value(row[3])),
                Gzip.unpacked(bytes(value(row[4]))));
        return new Known(fingerprint, Optional.of(answer), expires);
    }

    /** Drivers give a large object as an array or as a handle on one. */
    private static byte[] bytes(Object column) {
        try {
            return column instanceof Blob blob ? blob.getBytes(1, (int) blob.length()) : (byte[]) column;
        } catch (SQLException e) {
            throw new IllegalStateException("a stored answer cannot be read", e);
        }
    }

    private static Object value(@Nullable Object column) {
        return Objects.requireNonNull(column);
    }

    private static String lines(Map<String, String> headers) {
        return headers.entrySet().stream()
                .map(header -> header.getKey() + ": " + header.getValue())
                .sorted()
                .collect(Collectors.joining("\n"));
    }

    private static Map<String, String> headers(String lines) {
        return lines.lines()
                .map(line -> line.split(": ", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    }
}
