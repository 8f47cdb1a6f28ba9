package stt.accounts;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import stt.database.TestDatabase;

/** The stores of accounts and keys on a test's database, one transaction a call. */
public final class PersistedAccounts {

    private final TestDatabase database;

    public PersistedAccounts(TestDatabase database) {
        this.database = database;
    }

    public UUID add(String email, Instant now) {
        Account account = account(email, now);
        return database.inTransaction(entities -> {
            new Accounts(entities).add(account);
            return account.id();
        });
    }

    /** Adds without looking first, as if another node had added the same address in between. */
    public String addUnseen(String email, Instant now) {
        try {
            database.inTransaction(entities -> {
                new Accounts(entities).insert(account(email, now));
                return true;
            });
            return "added";
        } catch (EmailTaken e) {
            return "EmailTaken";
        }
    }

    public Optional<Account> find(String email) {
        return database.inTransaction(entities -> new Accounts(entities).withEmail(email));
    }

    public String key(String email, Instant now) {
        return database.inTransaction(entities -> {
            Account account = new Accounts(entities).withEmail(email).orElseThrow();
            return new ApiKeys(entities).create(account, "test", now).text();
        });
    }

    /** A key that belongs to nobody yet. */
    public static String newKey() {
        return KeySecret.random(new SecureRandom()).text();
    }

    /** What is stored of a key. */
    public static String hash(String key) {
        return new KeySecret(key).hash();
    }

    public Optional<UUID> accountOf(String key) {
        return accountOf(key, Instant.EPOCH);
    }

    Optional<UUID> accountOf(String key, Instant now) {
        return database.inTransaction(entities -> KeySecret.parse(key)
                .flatMap(secret -> new ApiKeys(entities).admitting(secret, now))
                .map(found -> found.account().id()));
    }

    public void revoke(String key, Instant now) {
        database.inTransaction(entities -> {
            stored(entities, key).revoke(now);
            return true;
        });
    }

    public void use(String key, Instant at) {
        database.inTransaction(entities -> {
            new KeyUses(entities).note(stored(entities, key).id(), at);
            return true;
        });
    }

    public Optional<Instant> lastUse(String key) {
        return database.inTransaction(entities -> stored(entities, key).lastUsedAt());
    }

    private static ApiKey stored(jakarta.persistence.EntityManager entities, String key) {
        return new ApiKeys(entities)
                .admitting(new KeySecret(key), Instant.EPOCH)
                .orElseThrow();
    }

    private static Account account(String email, Instant now) {
        return new Account(email, "Ada", Role.USER, Plan.FREE, "hash", now);
    }
}
