package stt.engine.whisper;

import ai.onnxruntime.OrtException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import stt.engine.audio.LogMelSpectrogram;
import stt.engine.onnx.CancellableRun;
import stt.engine.vad.Piece;
import stt.engine.vad.SpeechRegion;
import stt.inference.api.AudioSource;

/**
 * openai/whisper's loop over long audio: a full window is decoded with timestamps, and the next one begins where the last
 * finished part of the text ended. One run's; not thread-safe.
 */
final class SeekLoop {

    private static final int WINDOW = 30 * AudioSource.SAMPLE_RATE_HZ;

    private static final int SAMPLES_PER_POSITION = 320;

    private final WindowDecoder decoder;
    private final Manner manner;
    private final Doubts doubts;
    private final Fallback fallback;
    private final int firstTimestamp;

    SeekLoop(WindowDecoder decoder, Manner manner, Doubts doubts, int firstTimestamp) {
        this.decoder = decoder;
        this.manner = manner;
        this.doubts = doubts;
        this.firstTimestamp = firstTimestamp;
        Predicate<DecodedText> rejects = text -> text.loops() || doubts.repeatsOrUnlikely(text);
        this.fallback = new Fallback(
                doubts, manner.sampling().temperatures(), text -> rejects.test(text) && !doubts.silent(text));
    }

    /**
     * Decodes {@code speech} to its end.
     *
     * @param texts told every window's finished text, in positions of {@code speech}, without timestamps
     * @param progress told up to which position of the recording it is done
     */
    void run(JoinedSpeech speech, Consumer<DecodedText> texts, Consumer<Long> progress, CancellableRun run)
            throws OrtException {
        long seek = 0;
        for (float[] samples = speech.read(0, WINDOW, run); samples.length >= LogMelSpectrogram.HOP; ) {
            Piece window = new Piece(seek, samples, List.of(new SpeechRegion(seek, seek + samples.length)));
            DecodedText text = fallback.settle(at(window, manner.temperature(), run), t -> at(window, t, run));
            long next = window.end();
            if (!doubts.silent(text)) {
                TimedText timed = TimedText.of(text.tokens(), firstTimestamp, samples.length / SAMPLES_PER_POSITION);
                keep(text, timed.slices(), texts, run);
                next = timed.next() > 0 ? Math.min(next, seek + (long) timed.next() * SAMPLES_PER_POSITION) : next;
            }
            seek = next;
            progress.accept(speech.original(seek));
            speech.forgetBefore(seek);
            samples = speech.read(seek, WINDOW, run);
        }
    }

    private DecodedText at(Piece window, double temperature, CancellableRun run) throws OrtException {
        return decoder.decode(List.of(window), WhisperFacts.FULL_WINDOW, manner.at(temperature), run)
                .get(0);
    }

    private void keep(DecodedText text, List<TimedText.Slice> slices, Consumer<DecodedText> texts, CancellableRun run)
            throws OrtException {
        List<TimedText.Slice> spoken = slices.stream()
                .filter(slice -> slice.start() < slice.end())
                .filter(slice ->
                        IntStream.range(slice.from(), slice.to()).anyMatch(i -> text.tokens()[i] < firstTimestamp))
                .toList();
        int[] kept = spoken.stream()
                .flatMapToInt(slice -> IntStream.range(slice.from(), slice.to()))
                .toArray();
        int[] words = Arrays.stream(kept)
                .filter(i -> text.tokens()[i] < firstTimestamp)
                .toArray();
        if (words.length > 0) {
            DecodedText plain = text.only(words, regions(text.piece(), spoken));
            texts.accept(decoder.align(plain, manner, run));
        }
        manner.prompt().told(Arrays.stream(kept).map(i -> text.tokens()[i]).toArray(), text.temperature());
    }

    /** Where the parts are spoken; what a timestamp puts after the end of the audio is left out. */
    private static List<SpeechRegion> regions(Piece piece, List<TimedText.Slice> slices) {
        List<SpeechRegion> regions = new ArrayList<>();
        for (TimedText.Slice slice : slices) {
            long start = piece.start() + (long) slice.start() * SAMPLES_PER_POSITION;
            long end = Math.min(piece.end(), piece.start() + (long) slice.end() * SAMPLES_PER_POSITION);
            if (start < end) {
                regions.add(new SpeechRegion(start, end));
            }
        }
        return regions;
    }
}
