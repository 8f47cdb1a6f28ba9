package stt.accounts;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/** Somebody who may sign in and hold keys. */
@Entity
@Table(name = "account")
public class Account {

    @Id
    private String id;

    private String email;
    private String name;

    @Enumerated(EnumType.STRING)
    private Role role;

    @Enumerated(EnumType.STRING)
    private Plan plan;

    @Column(name = "password_hash")
    private String passwordHash;

    @Column(name = "created_at")
    private Instant createdAt;

    /** For JPA alone. */
    protected Account() {}

    /** A new account, not stored yet. {@code passwordHash} comes from {@link Passwords}. */
    public Account(String email, String name, Role role, Plan plan, String passwordHash, Instant createdAt) {
        this.id = UUID.randomUUID().toString();
        this.email = canonical(email);
        this.name = name;
        this.role = role;
        this.plan = plan;
        this.passwordHash = passwordHash;
        this.createdAt = createdAt;
    }

    /** How an address is stored and looked up: without surrounding space, in lower case. */
    static String canonical(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }

    public UUID id() {
        return UUID.fromString(id);
    }

    /** Also the login. */
    public String email() {
        return email;
    }

    public String name() {
        return name;
    }

    public Instant createdAt() {
        return createdAt;
    }

    /** What limits apply to this account. */
    public Tier tier() {
        if (role == Role.ADMIN) {
            return Tier.ADMINISTRATOR;
        }
        return plan == Plan.PAID ? Tier.PAID : Tier.FREE;
    }

    /** The hash to verify a password against. */
    String passwordHash() {
        return passwordHash;
    }

    /** The old password is worth nothing from now on. */
    void changePassword(String newHash) {
        passwordHash = newHash;
    }
}
