package stt.transcripts;

import java.util.Optional;
import stt.inference.api.Segment;

/**
 * A segment as people see it, with their edits; what was recognized stands beside it.
 *
 * @param order from 0
 * @param segment with the text that is shown now; its words are those that were recognized
 * @param speaker as called now; empty where speakers were not told apart
 * @param originalText what was recognized, where it was edited
 * @param originalSpeaker the label that recognition gave, where the speaker is called something else now
 */
public record ShownSegment(
        int order,
        Segment segment,
        Optional<String> speaker,
        Optional<String> originalText,
        Optional<String> originalSpeaker) {

    static ShownSegment of(StoredSegment stored, SpeakerNames names) {
        Segment recognized = stored.segment();
        Optional<String> speaker =
                stored.editedSpeaker().or(() -> stored.speaker().map(names::of));
        return new ShownSegment(
                stored.ordinal(),
                stored.editedText().map(text -> withText(recognized, text)).orElse(recognized),
                speaker,
                stored.editedText().map(edited -> recognized.text()),
                stored.speaker().filter(label -> !speaker.equals(Optional.of(label))));
    }

    private static Segment withText(Segment segment, String text) {
        return new Segment(
                segment.start(),
                segment.end(),
                text,
                segment.confidence(),
                segment.words(),
                segment.speaker(),
                segment.overlapped());
    }
}
