package stt.accounts;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;

/** A link that was mailed to the owner of an account, without the link's secret: its hash. It works once. */
@Entity
@Table(name = "mailed_link")
public class MailedLink {

    /** What a link is for. */
    enum Purpose {
        /** Confirms that the account's owner has the address. */
        NEW_ADDRESS(Duration.ofDays(1)),
        /** Lets its bearer choose a password. */
        NEW_PASSWORD(Duration.ofHours(1));

        private final Duration life;

        Purpose(Duration life) {
            this.life = life;
        }
    }

    @Id
    @Column(name = "link_hash")
    private String linkHash;

    @ManyToOne(optional = false)
    @JoinColumn(name = "account_id")
    private Account account;

    @Enumerated(EnumType.STRING)
    private Purpose purpose;

    private String email;

    @Column(name = "expires_at")
    private Instant expiresAt;

    /** For JPA alone. */
    protected MailedLink() {}

    /** A new link, not stored yet; {@code link} must be mailed to {@code email}, or is lost. */
    MailedLink(Account account, Purpose purpose, String email, SecretToken link, Instant now) {
        this.linkHash = link.hash();
        this.account = account;
        this.purpose = purpose;
        this.email = email;
        this.expiresAt = now.plus(purpose.life);
    }

    Purpose purpose() {
        return purpose;
    }

    Account account() {
        return account;
    }

    /** Where it was mailed to. */
    String email() {
        return email;
    }
}
