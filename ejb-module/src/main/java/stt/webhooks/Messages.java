package stt.webhooks;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import stt.database.Sql;

/** The rows of messages. */
@Stateless
public class Messages {

    @PersistenceContext
    private EntityManager entities;

    /** For the container. */
    public Messages() {}

    /** Adds one, in the caller's transaction. */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void add(Message message) {
        Sql.update(
                entities,
                "insert into webhook (id, account_id, url, body, tries, created_at) values (?, ?, ?, ?, ?, ?)",
                message.id().toString(),
                message.account().toString(),
                message.url(),
                message.body(),
                message.tries(),
                message.created().toEpochMilli());
    }

    /** The message with this id, unless it is delivered or dropped. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Optional<Message> find(UUID id) {
        return Sql.rows(
                        entities,
                        "select account_id, url, body, tries, created_at from webhook where id = ?",
                        id.toString())
                .stream()
                .findFirst()
                .map(row -> new Message(
                        id,
                        UUID.fromString((String) row[0]),
                        (String) row[1],
                        Sql.text(row[2]),
                        ((Number) row[3]).intValue(),
                        Instant.ofEpochMilli(((Number) row[4]).longValue())));
    }

    /** Counts one more try that failed. */
    public void failed(UUID id) {
        Sql.update(entities, "update webhook set tries = tries + 1 where id = ?", id.toString());
    }

    /** It is delivered, or given up. */
    public void remove(UUID id) {
        Sql.update(entities, "delete from webhook where id = ?", id.toString());
    }
}
