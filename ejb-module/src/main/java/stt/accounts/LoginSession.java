package stt.accounts;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;

/** A browser that is signed in, without the cookie itself: its hash. */
@Entity
@Table(name = "login_session")
public class LoginSession {

    @Id
    @Column(name = "id_hash")
    private String idHash;

    @ManyToOne(optional = false)
    @JoinColumn(name = "account_id")
    private Account account;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "last_used_at")
    private Instant lastUsedAt;

    /** For JPA alone. */
    protected LoginSession() {}

    /** A new session, not stored yet; {@code cookie} must be handed to the browser now, or is lost. */
    LoginSession(Account account, SecretToken cookie, Instant now) {
        this.idHash = cookie.hash();
        this.account = account;
        this.createdAt = now;
        this.lastUsedAt = now;
    }

    Account account() {
        return account;
    }

    Instant createdAt() {
        return createdAt;
    }

    /** Whether it may be used at {@code now}. */
    boolean isOpen(SessionLife life, Instant now) {
        return now.isBefore(ends(life));
    }

    /** When it ends unless it is used again. */
    Instant ends(SessionLife life) {
        Instant whenIdle = lastUsedAt.plus(life.idle());
        Instant atLatest = createdAt.plus(life.longest());
        return whenIdle.isBefore(atLatest) ? whenIdle : atLatest;
    }

    /** Whether a use at {@code now} is worth writing down. */
    boolean useIsNews(Instant now) {
        return !now.isBefore(lastUsedAt.plus(ApiKey.USE_GRANULARITY));
    }
}
