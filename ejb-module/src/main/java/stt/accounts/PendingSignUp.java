package stt.accounts;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** Somebody who becomes an account when the mailed link is followed. */
@Entity
@Table(name = "sign_up")
public class PendingSignUp {

    @Id
    private String id;

    private String email;
    private String name;

    @Column(name = "password_hash")
    private String passwordHash;

    @Column(name = "key_prefix")
    private String keyPrefix;

    @Column(name = "key_hash")
    private String keyHash;

    @Column(name = "link_hash")
    private String linkHash;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    /** For JPA alone. */
    protected PendingSignUp() {}

    /** Somebody who {@code applies}, with the key that was handed out and the token that was mailed. */
    PendingSignUp(SignUp.SignedUp applies, String passwordHash, SecretToken link, Instant expiresAt) {
        this.id = applies.account().toString();
        this.email = applies.email();
        this.name = applies.name();
        this.passwordHash = passwordHash;
        this.keyPrefix = applies.key().prefix();
        this.keyHash = applies.key().hash();
        this.linkHash = link.hash();
        this.createdAt = applies.createdAt();
        this.expiresAt = expiresAt;
    }

    /** Of the account that this becomes. */
    UUID id() {
        return UUID.fromString(id);
    }

    String email() {
        return email;
    }

    String name() {
        return name;
    }

    String passwordHash() {
        return passwordHash;
    }

    String keyPrefix() {
        return keyPrefix;
    }

    String keyHash() {
        return keyHash;
    }

    Instant createdAt() {
        return createdAt;
    }
}
