package stt.accounts;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A key of an account, without the key itself: its hash, and the part that may be shown. */
@Entity
@Table(name = "api_key")
public class ApiKey {

    /** How old "last used" may be before a use is written down again. */
    static final Duration USE_GRANULARITY = Duration.ofMinutes(1);

    @Id
    private String id;

    @ManyToOne(optional = false)
    @JoinColumn(name = "account_id")
    private Account account;

    private String name;
    private String prefix;

    @Column(name = "secret_hash")
    private String secretHash;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "last_used_at")
    private @Nullable Instant lastUsedAt;

    @Column(name = "expires_at")
    private @Nullable Instant expiresAt;

    @Column(name = "revoked_at")
    private @Nullable Instant revokedAt;

    /** For JPA alone. */
    protected ApiKey() {}

    /** A new key, not stored yet; {@code secret} must be handed to the account's owner now, or is lost. */
    public ApiKey(Account account, String name, KeySecret secret, Instant createdAt) {
        this(account, name, secret, createdAt, Optional.empty());
    }

    /** A new key that ends by itself. */
    ApiKey(Account account, String name, KeySecret secret, Instant createdAt, Optional<Instant> expiresAt) {
        this.id = UUID.randomUUID().toString();
        this.account = account;
        this.name = name;
        this.prefix = secret.prefix();
        this.secretHash = secret.hash();
        this.createdAt = createdAt;
        this.expiresAt = expiresAt.orElse(null);
    }

    /** The first key of an account, which was handed out when it was asked for. */
    ApiKey(Account account, String name, PendingSignUp signUp) {
        this.id = UUID.randomUUID().toString();
        this.account = account;
        this.name = name;
        this.prefix = signUp.keyPrefix();
        this.secretHash = signUp.keyHash();
        this.createdAt = signUp.createdAt();
    }

    public UUID id() {
        return UUID.fromString(id);
    }

    public Account account() {
        return account;
    }

    public String name() {
        return name;
    }

    /** How the key begins: enough to recognize it, too little to use it. */
    public String prefix() {
        return prefix;
    }

    public Instant createdAt() {
        return createdAt;
    }

    /** To the minute. */
    public Optional<Instant> lastUsedAt() {
        return Optional.ofNullable(lastUsedAt);
    }

    /** When the key ends by itself, if ever. */
    public Optional<Instant> expiresAt() {
        return Optional.ofNullable(expiresAt);
    }

    /** Refused from now on; a key that is revoked already keeps its time. */
    void revoke(Instant now) {
        if (revokedAt == null) {
            revokedAt = now;
        }
    }

    /** Whether {@code secret} is this key and may be used at {@code now}. Takes the same time wherever the hashes differ. */
    boolean admits(KeySecret secret, Instant now) {
        return revokedAt == null && (expiresAt == null || now.isBefore(expiresAt)) && secret.hashesTo(secretHash);
    }

    /** Whether a use at {@code now} is worth writing down. */
    boolean useIsNews(Instant now) {
        return lastUsedAt == null || !now.isBefore(lastUsedAt.plus(USE_GRANULARITY));
    }
}
