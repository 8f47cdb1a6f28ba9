package stt.engine.diarization;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import stt.inference.api.SpeakerTimeline;
import stt.inference.api.Turn;
import stt.inference.api.Word;

/** What windows heard and whose voices those were, put together for the whole recording. Immutable and thread-safe. */
final class HeardTimeline implements SpeakerTimeline {

    private final Heard heard;
    private final List<SpokenPassage> passages;
    private final int speakers;

    /**
     * @param passages those of {@code heard}, with the speakers of their voices
     * @param speakers how many there are
     */
    HeardTimeline(Heard heard, List<SpokenPassage> passages, int speakers) {
        this.heard = heard;
        this.passages = passages;
        this.speakers = speakers;
    }

    @Override
    public List<Turn> turns(List<Word> words) {
        if (speakers == 0) {
            return List.of();
        }
        List<Turn> turns = decided(words);
        turns.sort(Comparator.comparing(Turn::start).thenComparing(Turn::speaker));
        return numbered(supported(turns, words));
    }

    /** Speakers have any numbers from 1 on. */
    private List<Turn> decided(List<Word> words) {
        FrameVotes votes = new FrameVotes(heard.windows(), passages, speakers);
        WordFrames spoken = new WordFrames(words);
        long[] since = new long[speakers];
        Arrays.fill(since, -1);
        List<Turn> turns = new ArrayList<>();
        for (long frame = 0; frame <= heard.frames(); frame++) {
            boolean over = frame == heard.frames();
            votes.decide(frame, enough(frame, spoken));
            for (int speaker = 0; speaker < speakers; speaker++) {
                boolean speaks = !over && votes.speaks(speaker);
                if (speaks && since[speaker] < 0) {
                    since[speaker] = frame;
                } else if (!speaks && since[speaker] >= 0) {
                    turns.add(new Turn(FrameTimes.start(since[speaker]), FrameTimes.start(frame), speaker + 1));
                    since[speaker] = -1;
                }
            }
        }
        return turns;
    }

    private double enough(long frame, WordFrames spoken) {
        if (spoken.contains(frame)) {
            return SpeechDecision.WORD_THRESHOLD;
        }
        return heard.evidence().isActive(frame) ? SpeechDecision.ACTIVE_THRESHOLD : SpeechDecision.THRESHOLD;
    }

    /** Turns that follow each other without a pause have their evidence together. */
    private List<Turn> supported(List<Turn> turns, List<Word> words) {
        List<Turn> kept = new ArrayList<>();
        List<Turn> together = new ArrayList<>();
        Duration end = Duration.ZERO;
        for (Turn turn : turns) {
            if (!together.isEmpty() && turn.start().compareTo(end) > 0) {
                keep(together, end, words, kept);
                together.clear();
            }
            end = together.isEmpty() || turn.end().compareTo(end) > 0 ? turn.end() : end;
            together.add(turn);
        }
        keep(together, end, words, kept);
        return kept;
    }

    private void keep(List<Turn> together, Duration end, List<Word> words, List<Turn> kept) {
        if (!together.isEmpty() && heard.evidence().supports(together.get(0).start(), end, words)) {
            kept.addAll(together);
        }
    }

    private List<Turn> numbered(List<Turn> turns) {
        int[] numbers = new int[speakers];
        int count = 0;
        List<Turn> numbered = new ArrayList<>();
        for (Turn turn : turns) {
            int speaker = turn.speaker() - 1;
            numbers[speaker] = numbers[speaker] == 0 ? ++count : numbers[speaker];
            numbered.add(new Turn(turn.start(), turn.end(), numbers[speaker]));
        }
        numbered.sort(Comparator.comparing(Turn::start).thenComparing(Turn::speaker));
        return List.copyOf(numbered);
    }
}
