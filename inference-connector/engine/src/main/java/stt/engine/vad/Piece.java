package stt.engine.vad;

import java.util.Arrays;
import java.util.List;

/**
 * Audio to decode in one go: at most 28 s, cut in silence where there is any. The receiver must not modify {@code samples}.
 *
 * @param start position of the first sample in the audio
 * @param samples speech and the silence between, 16 kHz
 * @param speech the regions of speech, in order, in positions of the whole audio
 */
@SuppressWarnings("ArrayRecordComponent") // samples are handed over once, never compared
public record Piece(long start, float[] samples, List<SpeechRegion> speech) {

    public Piece {
        speech = List.copyOf(speech);
    }

    /** Position after the last sample. */
    public long end() {
        return start + samples.length;
    }

    /**
     * Two pieces, cut in the middle of the longest pause that overlaps the stretch between two positions of the whole
     * audio; empty when there is none.
     */
    public List<Piece> split(long from, long to) {
        int best = 0;
        long longest = 0;
        for (int i = 1; i < speech.size(); i++) {
            long pause = speech.get(i).start() - speech.get(i - 1).end();
            boolean inside = speech.get(i).start() >= from && speech.get(i - 1).end() <= to;
            if (inside && pause > longest) {
                longest = pause;
                best = i;
            }
        }
        if (best == 0) {
            return List.of();
        }
        int cut = (int) (speech.get(best).start() - longest / 2 - start);
        return List.of(
                new Piece(start, Arrays.copyOf(samples, cut), speech.subList(0, best)),
                new Piece(
                        start + cut,
                        Arrays.copyOfRange(samples, cut, samples.length),
                        speech.subList(best, speech.size())));
    }

    /** Samples of speech, without the pauses. */
    public long speechLength() {
        return speech.stream().mapToLong(SpeechRegion::length).sum();
    }
}
