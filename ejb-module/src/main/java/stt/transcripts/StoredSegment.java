package stt.transcripts;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Lob;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import stt.inference.api.Segment;

/** One segment of a {@link StoredTranscript}, found by transcript and place. */
@Entity
@Table(name = "segment")
@IdClass(StoredSegment.Place.class)
public class StoredSegment {

    /** Which segment of which transcript. */
    public static class Place implements Serializable {

        private String transcript = "";
        private int ordinal;

        /** For JPA alone. */
        protected Place() {}

        public Place(UUID transcript, int ordinal) {
            this.transcript = transcript.toString();
            this.ordinal = ordinal;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Place place && place.ordinal == ordinal && place.transcript.equals(transcript);
        }

        @Override
        public int hashCode() {
            return 31 * transcript.hashCode() + ordinal;
        }
    }

    @Id
    @ManyToOne(optional = false, fetch = FetchType.LAZY)
    @JoinColumn(name = "transcript_id")
    private StoredTranscript transcript;

    @Id
    private int ordinal;

    @Column(name = "start_ms")
    private long startMillis;

    @Column(name = "end_ms")
    private long endMillis;

    @Lob
    private String text;

    private double confidence;

    @Lob
    private String words;

    private @Nullable String speaker;
    private boolean overlapped;

    @Lob
    @Column(name = "edited_text")
    private @Nullable String editedText;

    @Column(name = "edited_speaker")
    private @Nullable String editedSpeaker;

    @Column(name = "edited_at")
    private @Nullable Instant editedAt;

    /** For JPA alone. */
    protected StoredSegment() {}

    /** Segment number {@code ordinal}, from 0, of {@code transcript}; not stored yet. */
    StoredSegment(StoredTranscript transcript, int ordinal, Segment segment) {
        this.transcript = transcript;
        this.ordinal = ordinal;
        this.startMillis = segment.start().toMillis();
        this.endMillis = segment.end().toMillis();
        this.text = segment.text();
        this.confidence = segment.confidence();
        this.words = WordsJson.write(segment.words());
        this.speaker = SpeakerNames.label(segment.speaker()).orElse(null);
        this.overlapped = segment.overlapped();
    }

    /** From 0, in the order of the audio. */
    public int ordinal() {
        return ordinal;
    }

    /** As it was recognized; times to the millisecond. */
    public Segment segment() {
        return new Segment(
                Duration.ofMillis(startMillis),
                Duration.ofMillis(endMillis),
                text,
                confidence,
                WordsJson.read(words),
                speaker == null ? 0 : SpeakerNames.number(speaker),
                overlapped);
    }

    /** The label that recognition gave. */
    Optional<String> speaker() {
        return Optional.ofNullable(speaker);
    }

    Optional<String> editedText() {
        return Optional.ofNullable(editedText);
    }

    Optional<String> editedSpeaker() {
        return Optional.ofNullable(editedSpeaker);
    }

    /** Shows {@code newText} from now on; what was recognized stays beside it, and empty brings it back. */
    void editText(Optional<String> newText, Instant now) {
        editedText = newText.filter(other -> !other.equals(text)).orElse(null);
        editedAt = now;
    }

    /** Shows {@code name} as who speaks; what was recognized stays beside it, and empty brings it back. */
    void editSpeaker(Optional<String> name, Instant now) {
        editedSpeaker = name.orElse(null);
        editedAt = now;
    }
}
