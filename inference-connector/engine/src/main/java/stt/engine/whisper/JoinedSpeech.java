package stt.engine.whisper;

import ai.onnxruntime.OrtException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import stt.engine.audio.RecentAudio;
import stt.engine.onnx.CancellableRun;
import stt.engine.text.SpokenWord;
import stt.engine.vad.Piece;
import stt.engine.vad.SpeechPieces;
import stt.inference.api.AudioSource;

/**
 * The pieces of a recording as one stream: what is between them is left out. Positions are samples of this stream; words are
 * put back to where they are in the recording. Holds what was not forgotten. Not thread-safe.
 */
final class JoinedSpeech {

    /** Where a piece lies in this stream, and in the recording. */
    private record Part(long at, long original) {}

    private final SpeechPieces pieces;
    private final RecentAudio audio = new RecentAudio();
    private final List<Part> parts = new ArrayList<>();
    private boolean ended;

    /** Joins {@code pieces}, which the caller closes. */
    JoinedSpeech(SpeechPieces pieces) {
        this.pieces = pieces;
    }

    /** At most {@code count} samples from {@code position} on; fewer, or none, only at the end. */
    float[] read(long position, int count, CancellableRun run) throws OrtException {
        while (!ended && audio.end() < position + count) {
            run.check();
            Optional<Piece> next = pieces.next(run.options());
            next.ifPresent(this::append);
            ended = next.isEmpty();
        }
        long end = Math.min(audio.end(), position + count);
        return position < end ? audio.copy(position, end) : new float[0];
    }

    private void append(Piece piece) {
        parts.add(new Part(audio.end(), piece.start()));
        audio.append(piece.samples(), piece.samples().length);
    }

    /** Drops everything before {@code position}. */
    void forgetBefore(long position) {
        audio.forgetBefore(position);
        while (parts.size() > 1 && parts.get(1).at() <= position) {
            parts.remove(0);
        }
    }

    /** Where {@code position} is in the recording. */
    long original(long position) {
        int part = parts.size() - 1;
        while (part > 0 && parts.get(part).at() > position) {
            part--;
        }
        return part < 0
                ? position
                : parts.get(part).original() + position - parts.get(part).at();
    }

    /** The word at its time in the recording; one that ends where a piece does ends before the pause. */
    SpokenWord original(SpokenWord word) {
        long start = Math.round(word.start() * AudioSource.SAMPLE_RATE_HZ);
        long end = Math.round(word.end() * AudioSource.SAMPLE_RATE_HZ);
        long last = end > start ? original(end - 1) + 1 : original(start);
        return word.at(seconds(original(start)), seconds(last));
    }

    private static double seconds(long samples) {
        return (double) samples / AudioSource.SAMPLE_RATE_HZ;
    }
}
