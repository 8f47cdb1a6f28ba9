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

    private final List<HeardWindow> windows;
    private final int[][] assigned;
    private final int speakers;
    private final long frames;

    /**
     * @param windows in order
     * @param assigned the speaker of each voice of each window
     * @param speakers how many there are
     * @param frames of the whole recording
     */
    HeardTimeline(List<HeardWindow> windows, int[][] assigned, int speakers, long frames) {
        this.windows = windows;
        this.assigned = assigned;
        this.speakers = speakers;
        this.frames = frames;
    }

    @Override
    public List<Turn> turns(List<Word> words) {
        if (speakers == 0) {
            return List.of();
        }
        FrameVotes votes = new FrameVotes(windows, assigned, speakers);
        WordFrames spoken = new WordFrames(words);
        long[] since = new long[speakers];
        Arrays.fill(since, -1);
        List<Turn> turns = new ArrayList<>();
        int[] number = new int[speakers];
        int numbered = 0;
        for (long frame = 0; frame <= frames; frame++) {
            votes.decide(frame, frame < frames && spoken.contains(frame));
            for (int rank = 0; rank < 2; rank++) {
                int speaker = frame < frames ? votes.speaker(rank) : SpeakerAssignment.NOBODY;
                if (speaker >= 0 && number[speaker] == 0) {
                    number[speaker] = ++numbered;
                }
            }
            for (int speaker = 0; speaker < speakers; speaker++) {
                boolean speaks = frame < frames && votes.speaks(speaker);
                if (speaks && since[speaker] < 0) {
                    since[speaker] = frame;
                } else if (!speaks && since[speaker] >= 0) {
                    turns.add(turn(since[speaker], frame, number[speaker]));
                    since[speaker] = -1;
                }
            }
        }
        turns.sort(Comparator.comparing(Turn::start).thenComparing(Turn::speaker));
        return List.copyOf(turns);
    }

    private static Turn turn(long from, long to, int speaker) {
        Duration start = FrameTimes.start(from);
        return new Turn(start, FrameTimes.start(to), speaker);
    }
}
