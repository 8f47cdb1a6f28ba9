package stt.speakers;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import stt.inference.api.Diarization;
import stt.inference.api.Segment;
import stt.inference.api.Transcript;
import stt.inference.api.Turn;

/** Puts the transcripts of channels together, each of which is a speaker. */
public final class ChannelSpeakers {

    private ChannelSpeakers() {}

    /**
     * One transcript, its segments in order of their beginnings. Speakers are numbered by first speech; the language is that
     * of the channel with most speech.
     *
     * @param channels of one recording, by the same model, at least one
     */
    public static Transcript merge(List<Transcript> channels) {
        List<Integer> speakers = numbered(channels);
        List<Turn> turns = new ArrayList<>();
        for (int i = 0; i < channels.size(); i++) {
            turns.addAll(turns(channels.get(i).segments(), speakers.get(i)));
        }
        turns.sort(Comparator.comparing(Turn::start).thenComparing(Turn::speaker));
        TurnOverlaps overlaps = new TurnOverlaps(turns);
        List<Segment> segments = IntStream.range(0, channels.size())
                .boxed()
                .flatMap(i -> channels.get(i).segments().stream().map(segment -> spoken(segment, speakers.get(i))))
                .sorted(Comparator.comparing(Segment::start))
                .map(segment -> SegmentSpeakers.spoken(segment, segment.speaker(), overlaps))
                .toList();
        Transcript longest = channels.stream()
                .max(Comparator.comparing(ChannelSpeakers::speech))
                .orElseThrow();
        Duration duration = channels.stream()
                .map(Transcript::duration)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        Diarization diarization = new Diarization(turns, speakers);
        List<String> warnings = channels.stream()
                .flatMap(channel -> channel.warnings().stream())
                .distinct()
                .toList();
        return new Transcript(
                longest.model(), longest.language(), duration, segments, Optional.of(diarization), warnings);
    }

    /** The speaker of each channel; 0 where nothing is said. */
    private static List<Integer> numbered(List<Transcript> channels) {
        List<Integer> order = IntStream.range(0, channels.size())
                .boxed()
                .filter(i -> !channels.get(i).segments().isEmpty())
                .sorted(Comparator.comparing(
                        (Integer i) -> channels.get(i).segments().get(0).start()))
                .toList();
        return IntStream.range(0, channels.size())
                .mapToObj(i -> order.indexOf(i) + 1)
                .toList();
    }

    /** A turn for each stretch of segments that follow each other without a pause. */
    private static List<Turn> turns(List<Segment> segments, int speaker) {
        List<Turn> turns = new ArrayList<>();
        for (Segment segment : segments) {
            Turn last = turns.isEmpty() ? null : turns.get(turns.size() - 1);
            if (last != null && segment.start().compareTo(last.end()) <= 0) {
                Duration end = segment.end().compareTo(last.end()) > 0 ? segment.end() : last.end();
                turns.set(turns.size() - 1, new Turn(last.start(), end, speaker));
            } else if (segment.end().compareTo(segment.start()) > 0) {
                turns.add(new Turn(segment.start(), segment.end(), speaker));
            }
        }
        return turns;
    }

    private static Segment spoken(Segment segment, int speaker) {
        return new Segment(
                segment.start(), segment.end(), segment.text(), segment.confidence(), segment.words(), speaker, false);
    }

    private static Duration speech(Transcript transcript) {
        return transcript.segments().stream()
                .map(segment -> segment.end().minus(segment.start()))
                .reduce(Duration.ZERO, Duration::plus);
    }
}
