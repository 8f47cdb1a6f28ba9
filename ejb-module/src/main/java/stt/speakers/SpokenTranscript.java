package stt.speakers;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import stt.inference.api.Diarization;
import stt.inference.api.Segment;
import stt.inference.api.SpeakerTimeline;
import stt.inference.api.Transcript;
import stt.inference.api.Turn;
import stt.inference.api.Word;

/**
 * A transcript that is to get speakers.
 *
 * @param transcript with the times of its words, where the engine tells them
 * @param wordTimes whether the words are to stay in it
 */
public record SpokenTranscript(Transcript transcript, boolean wordTimes) {

    /**
     * With the speakers of {@code timeline}, its segments divided where the speaker changes. Where no word was recognized in
     * the whole recording, nobody speaks: a horn sounds like a voice to the models that tell voices apart.
     */
    public Transcript with(SpeakerTimeline timeline) {
        List<Word> words =
                transcript.segments().stream().flatMap(SpokenTranscript::words).toList();
        List<Turn> turns = words.isEmpty() ? List.of() : timeline.turns(words);
        List<Segment> segments = SegmentSpeakers.assign(transcript.segments(), turns);
        return copy(segments, Optional.of(new Diarization(turns, List.of())), List.of());
    }

    /** Without speakers, and with the reason. */
    public Transcript without(String warning) {
        return copy(transcript.segments(), Optional.empty(), List.of(warning));
    }

    /** Its words, or all that it says as if it were one, where the engine tells no words. */
    private static Stream<Word> words(Segment segment) {
        return segment.words().isEmpty()
                ? Stream.of(new Word(segment.text(), segment.start(), segment.end(), segment.confidence()))
                : segment.words().stream();
    }

    /** What the engine says of words is for whoever has asked for them. */
    private Stream<String> engineWarnings() {
        return wordTimes ? transcript.warnings().stream() : Stream.empty();
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
                Stream.concat(engineWarnings(), warnings.stream()).toList());
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
