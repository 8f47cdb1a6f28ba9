package stt.cloud;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import stt.accounts.Account;

/** A private instance of an account. */
@Entity
@Table(name = "cloud_instance")
public class CloudInstance {

    @Id
    private String id;

    @ManyToOne(optional = false)
    @JoinColumn(name = "account_id")
    private Account account;

    private String name;
    private String region;
    private String endpoint;
    private @Nullable String gpu;

    @Enumerated(EnumType.STRING)
    private InstanceStatus status;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "checked_at")
    private @Nullable Instant checkedAt;

    @Column(name = "next_check_at")
    private Instant nextCheckAt;

    /** For JPA alone. */
    protected CloudInstance() {}

    /** A new one, not stored yet and not asked yet. */
    CloudInstance(Account account, Registration registration, Instant now) {
        this.id = UUID.randomUUID().toString();
        this.account = account;
        this.name = registration.name();
        this.region = registration.region();
        this.endpoint = registration.endpoint().toString();
        this.gpu = registration.gpu().orElse(null);
        this.status = InstanceStatus.UNKNOWN;
        this.createdAt = now;
        this.nextCheckAt = now;
    }

    /** Other facts; at another address it is another instance, which has to be asked. */
    void change(Registration registration, Instant now) {
        if (!endpoint.equals(registration.endpoint().toString())) {
            status = InstanceStatus.UNKNOWN;
            checkedAt = null;
            nextCheckAt = now;
        }
        name = registration.name();
        region = registration.region();
        endpoint = registration.endpoint().toString();
        gpu = registration.gpu().orElse(null);
    }

    /** What it is registered with now. */
    public Registration registration() {
        return new Registration(name, region, endpoint(), gpu());
    }

    public UUID id() {
        return UUID.fromString(id);
    }

    /** Whose it is. */
    public Account account() {
        return account;
    }

    public String name() {
        return name;
    }

    public String region() {
        return region;
    }

    /** Where its API is. */
    public URI endpoint() {
        return URI.create(endpoint);
    }

    /** What it calculates with, as it says itself or, until it does, as it was registered. */
    public Optional<String> gpu() {
        return Optional.ofNullable(gpu);
    }

    public InstanceStatus status() {
        return status;
    }

    public Instant createdAt() {
        return createdAt;
    }

    /** When it was asked last. */
    public Optional<Instant> checkedAt() {
        return Optional.ofNullable(checkedAt);
    }

    /** It was asked, and this came out. */
    void checked(Probe.Finding finding, Instant now) {
        status = finding.status();
        gpu = finding.gpu().orElse(gpu);
        checkedAt = now;
    }
}
