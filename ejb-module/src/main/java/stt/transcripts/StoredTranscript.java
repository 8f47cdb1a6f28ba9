package stt.transcripts;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import stt.inference.api.Transcript;

/** A transcript that an account keeps; its segments are {@link StoredSegment}s. */
@Entity
@Table(name = "transcript")
public class StoredTranscript {

    /** How far a transcript has come. */
    public enum Status {
        /** All of it is there. */
        COMPLETED
    }

    @Id
    private String id;

    @Column(name = "account_id")
    private String accountId;

    private String title;

    @Enumerated(EnumType.STRING)
    private Status status;

    private String model;
    private String language;

    @Column(name = "duration_ms")
    private long durationMillis;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "completed_at")
    private Instant completedAt;

    /** For JPA alone. */
    protected StoredTranscript() {}

    /** A finished transcript, not stored yet. {@code requested} is when the request for it came. */
    StoredTranscript(UUID account, String title, Transcript transcript, Instant requested, Instant completed) {
        this.id = UUID.randomUUID().toString();
        this.accountId = account.toString();
        this.title = title;
        this.status = Status.COMPLETED;
        this.model = transcript.model();
        this.language = transcript.language();
        this.durationMillis = transcript.duration().toMillis();
        this.createdAt = requested;
        this.completedAt = completed;
    }

    public UUID id() {
        return UUID.fromString(id);
    }

    /** Who keeps it. */
    public UUID account() {
        return UUID.fromString(accountId);
    }

    /** At first the name of the file. */
    public String title() {
        return title;
    }

    public Status status() {
        return status;
    }

    /** Id of the model that ran. */
    public String model() {
        return model;
    }

    /** ISO 639-1 code, asked for or detected. */
    public String language() {
        return language;
    }

    /** Length of the audio. */
    public Duration duration() {
        return Duration.ofMillis(durationMillis);
    }

    /** When the request for it came. */
    public Instant createdAt() {
        return createdAt;
    }

    public Instant completedAt() {
        return completedAt;
    }
}
