package stt.engine.vad;

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

    /** Samples of speech, without the pauses. */
    public long speechLength() {
        return speech.stream().mapToLong(SpeechRegion::length).sum();
    }
}
