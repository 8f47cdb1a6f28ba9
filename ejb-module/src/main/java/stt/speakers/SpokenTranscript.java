package stt.speakers;

import java.util.List;
import java.util.Optional;
import stt.inference.api.Diarization;
import stt.inference.api.Segment;
import stt.inference.api.SpeakerTimeline;
import stt.inference.api.Transcript;
import stt.inference.api.Turn;
import stt.inference.api.Word;

/**
 * A transcript that is to get speakers.
 *
 * @param transcript with the times of its words
 * @param wordTimes whether the words are to stay in it
 */
public record SpokenTranscript(Transcript transcript, boolean wordTimes) {

    /**
     * With the speakers of {@code timeline}, its segments divided where the speaker changes. Where no word was recognized in
     * the whole recording, nobody speaks: a horn sounds like a voice to the models that tell voices apart.
     */
    public Transcript with(SpeakerTimeline timeline) {
        List<Word> words = transcript.segments().stream()
                .flatMap(segment -> segment.words().stream())
                .toList();
        List<Turn> turns = words.isEmpty() ? List.of() : timeline.turns(words);
        List<Segment> segments = SegmentSpeakers.assign(transcript.segments(), turns);
        return copy(segments, Optional.of(new Diarization(turns, List.of())), List.of());
    }

    /** Without speakers, and with the reason. */
    public Transcript without(String warning) {
        return copy(transcript.segments(), Optional.empty(), List.of(warning));
    }

    private Transcript copy(List<Segment> segments, Optional<Diarization> diarization, List<String> warnings) {
        return new Transcript(
                transcript.model(),
                transcript.language(),
                transcript.duration(),
                wordTimes
                        ? segments
                        : segments.stream().map(SpokenTranscript::wordless).toList(),
                diarization,
                warnings);
    }

    private static Segment wordless(Segment segment) {
        return new Segment(
                segment.start(),
                segment.end(),
                segment.text(),
                segment.confidence(),
                List.of(),
                segment.speaker(),
                segment.overlapped());
    }
}
