package stt.accounts;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an account's webhooks are signed with, sealed: the server must be able to read it. */
@Entity
@Table(name = "webhook_secret")
public class WebhookSecret {

    /** How long a replaced one still signs, so that receivers can change over. */
    static final Duration GRACE = Duration.ofDays(1);

    @Id
    private String id;

    @ManyToOne(optional = false)
    @JoinColumn(name = "account_id")
    private Account account;

    private String sealed;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "signs_until")
    private @Nullable Instant signsUntil;

    /** For JPA alone. */
    protected WebhookSecret() {}

    WebhookSecret(Account account, String text, Seal seal, Instant now) {
        this.id = UUID.randomUUID().toString();
        this.account = account;
        this.sealed = seal.close(text, place());
        this.createdAt = now;
    }

    /** The text, which is a secret. */
    String text(Seal seal) {
        return seal.open(sealed, place());
    }

    /** Another one has come; this one signs for a while yet. */
    void replaced(Instant now) {
        if (signsUntil == null) {
            signsUntil = now.plus(GRACE);
        }
    }

    /** A sealed text that somebody copies to another account's row does not open there. */
    private String place() {
        return "webhook secret " + id + " of " + account.id();
    }
}
