package stt.web.exports;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import stt.transcripts.ShownSegment;
import stt.transcripts.TranscriptDetail;
import stt.web.library.TranscriptStream;

/**
 * What every format says of a transcript.
 *
 * @param fonts for formats that need some
 */
record Export(TranscriptStream transcript, FontFolders fonts) {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    TranscriptDetail detail() {
        return transcript.detail();
    }

    String title() {
        return detail().summary().title();
    }

    Instant created() {
        return detail().summary().created();
    }

    /** ISO 639-1, or whatever the transcript has. */
    String language() {
        return detail().summary().language().orElse("und"); // RFC 5646: undetermined
    }

    Iterable<ShownSegment> segments() {
        return transcript.segments();
    }

    /** When it was asked for, how long it is, who speaks. */
    List<String> facts() {
        List<String> facts = new ArrayList<>();
        facts.add("Date: " + MINUTE.format(created()));
        detail().summary().duration().ifPresent(length -> facts.add("Length: " + clock(length)));
        if (namesSpeakers()) {
            facts.add("Speakers: " + String.join(", ", detail().speakers()));
        }
        return facts;
    }

    /** Who says {@code segment}, if that is to be told. */
    Optional<String> speaker(ShownSegment segment) {
        return namesSpeakers() ? segment.speaker() : Optional.empty();
    }

    /** {@code time} as 01:02:03. */
    static String clock(Duration time) {
        return String.format(Locale.ROOT, "%02d:%02d:%02d", time.toHours(), time.toMinutesPart(), time.toSecondsPart());
    }

    private boolean namesSpeakers() {
        int speakers = detail().speakers().size();
        return speakers > 1 || (speakers == 1 && !detail().speakerNames().isEmpty());
    }
}
