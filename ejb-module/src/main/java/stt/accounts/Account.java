package stt.accounts;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

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

    @Column(name = "mail_news")
    private boolean mailNews;

    @Column(name = "mail_usage_alerts")
    private boolean mailUsageAlerts;

    @Column(name = "mail_finished_jobs")
    private boolean mailFinishedJobs;

    @Column(name = "retention_days")
    private @Nullable Integer retentionDays;

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
        prefer(EmailPreferences.DEFAULT);
    }

    /** What somebody has signed up for, with the id that was promised. */
    Account(PendingSignUp signUp, Instant createdAt) {
        this(signUp.email(), signUp.name(), Role.USER, Plan.FREE, signUp.passwordHash(), createdAt);
        this.id = signUp.id().toString();
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

    public Role role() {
        return role;
    }

    public Plan plan() {
        return plan;
    }

    public EmailPreferences emailPreferences() {
        return new EmailPreferences(mailNews, mailUsageAlerts, mailFinishedJobs);
    }

    /** After how many days its transcripts are removed; empty: as configured for everybody. */
    public Optional<Integer> retentionDays() {
        return Optional.ofNullable(retentionDays);
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

    /** From now on called {@code newName}. */
    void rename(String newName) {
        name = newName;
    }

    /** Signs in, and gets mail, with another address. */
    void moveTo(EmailAddress address) {
        email = address.text();
    }

    void prefer(EmailPreferences preferences) {
        mailNews = preferences.news();
        mailUsageAlerts = preferences.usageAlerts();
        mailFinishedJobs = preferences.finishedJobs();
    }

    /** Transcripts are removed after {@code days}, or as configured for everybody. */
    void keepTranscriptsFor(Optional<Integer> days) {
        retentionDays = days.orElse(null);
    }

    void subscribe(Plan newPlan) {
        plan = newPlan;
    }

    void appoint(Role newRole) {
        role = newRole;
    }
}
