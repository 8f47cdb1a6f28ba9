package stt.transcripts;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import stt.inference.api.Transcript;

/** A transcript that an account keeps; its segments are {@link StoredSegment}s. */
@Entity
@Table(name = "transcript")
public class StoredTranscript {

    /** How far a transcript has come. */
    public enum Status {
        /** Waits for its turn. */
        QUEUED,
        /** A model works on it. */
        PROCESSING,
        /** All of it is there. */
        COMPLETED,
        /** It ended without a result; {@link #error()} says why. */
        FAILED,
        /** Somebody ended it. */
        CANCELLED;

        /** Whether it will not change any more. */
        public boolean isFinal() {
            return this != QUEUED && this != PROCESSING;
        }
    }

    private static final int TITLE_LENGTH = 255;
    private static final int ERROR_LENGTH = 500;
    private static final int ALL = 100;

    @Id
    private String id;

    @Column(name = "account_id")
    private String accountId;

    private String title;

    @Enumerated(EnumType.STRING)
    private Status status;

    private String model;
    private @Nullable String language;

    @Column(name = "duration_ms")
    private @Nullable Long durationMillis;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "completed_at")
    private @Nullable Instant completedAt;

    @Column(name = "original_title")
    private @Nullable String originalTitle;

    private @Nullable String error;
    private @Nullable Integer progress;

    @Lob
    private @Nullable String turns;

    @Lob
    @Column(name = "speaker_names")
    private @Nullable String speakerNames;

    private @Nullable String channels;

    @Lob
    private @Nullable String warnings;

    @Column(name = "audio_bytes")
    private @Nullable Long audioBytes;

    /** For JPA alone. */
    protected StoredTranscript() {}

    /**
     * A transcript that waits for its turn, not stored yet. A title that is too long for its column is cut.
     *
     * @param model id of the model that was asked for
     * @param requested when the request for it came
     */
    StoredTranscript(UUID account, String title, String model, Instant requested) {
        this.id = UUID.randomUUID().toString();
        this.accountId = account.toString();
        this.title = cut(title, TITLE_LENGTH);
        this.status = Status.QUEUED;
        this.model = model;
        this.createdAt = requested;
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

    /** The title before it was renamed. */
    public Optional<String> originalTitle() {
        return Optional.ofNullable(originalTitle);
    }

    public Status status() {
        return status;
    }

    /** Id of the model that ran, or is to run. */
    public String model() {
        return model;
    }

    /** ISO 639-1 code, asked for or detected; empty until it is detected. */
    public Optional<String> language() {
        return Optional.ofNullable(language);
    }

    /** Length of the audio; empty until it is known. */
    public Optional<Duration> duration() {
        return Optional.ofNullable(durationMillis).map(Duration::ofMillis);
    }

    /** When the request for it came. */
    public Instant createdAt() {
        return createdAt;
    }

    /** When it became {@link Status#COMPLETED}, {@link Status#FAILED} or {@link Status#CANCELLED}. */
    public Optional<Instant> completedAt() {
        return Optional.ofNullable(completedAt);
    }

    /** Why it failed: a sentence for its owner. */
    public Optional<String> error() {
        return Optional.ofNullable(error);
    }

    /** How much of it is done, in per cent; empty where nobody knows. */
    public OptionalInt progress() {
        return progress == null ? OptionalInt.empty() : OptionalInt.of(progress);
    }

    /** Size of the kept recording in bytes; empty when none is kept. */
    public Optional<Long> audioBytes() {
        return Optional.ofNullable(audioBytes);
    }

    /** What people call the speakers. */
    SpeakerNames speakerNames() {
        return SpeakerNames.read(speakerNames);
    }

    /** Who speaks when, with the labels that recognition gave; empty where speakers were not told apart. */
    Optional<String> turns() {
        return Optional.ofNullable(turns);
    }

    /** The number of each channel's speaker, 0 for one without speech; empty unless channels were transcribed apart. */
    List<Integer> channels() {
        return ListJson.numbers(channels);
    }

    /** What was asked for and is missing. */
    List<String> warnings() {
        return ListJson.texts(warnings);
    }

    void rename(String newTitle) {
        if (originalTitle == null) {
            originalTitle = title;
        }
        title = cut(newTitle, TITLE_LENGTH);
    }

    void call(SpeakerNames names) {
        speakerNames = names.write();
    }

    /** The language that was asked for, and the audio's length where they are known beforehand. */
    void expect(Optional<String> askedLanguage, Optional<Duration> length) {
        language = askedLanguage.orElse(null);
        durationMillis = length.map(Duration::toMillis).orElse(null);
    }

    void begin() {
        status = Status.PROCESSING;
        progress = 0;
    }

    /** It waits for another try. */
    void requeue() {
        status = Status.QUEUED;
        progress = null;
    }

    /** @param percent what is done, in [0, 100] */
    void advance(int percent) {
        progress = Math.max(0, Math.min(ALL, percent));
    }

    void complete(Transcript transcript, Instant now) {
        model = transcript.model();
        language = transcript.language();
        durationMillis = transcript.duration().toMillis();
        turns = transcript
                .diarization()
                .map(found -> TurnsJson.write(found.turns()))
                .orElse(null);
        channels = transcript
                .diarization()
                .map(found -> ListJson.write(found.channels()))
                .orElse(null);
        warnings = ListJson.write(transcript.warnings());
        progress = null;
        error = null;
        end(Status.COMPLETED, now);
    }

    /** @param sentence for its owner; cut to the column's length */
    void fail(String sentence, Instant now) {
        error = cut(sentence, ERROR_LENGTH);
        end(Status.FAILED, now);
    }

    void cancel(Instant now) {
        end(Status.CANCELLED, now);
    }

    /** The recording is kept, and so long. */
    void keepAudio(long bytes) {
        audioBytes = bytes;
    }

    private void end(Status last, Instant now) {
        status = last;
        completedAt = now;
    }

    /** Cuts between characters, never within one. */
    private static String cut(String text, int length) {
        return text.codePointCount(0, text.length()) <= length
                ? text
                : text.substring(0, text.offsetByCodePoints(0, length));
    }
}
