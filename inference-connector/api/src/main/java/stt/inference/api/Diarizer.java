package stt.inference.api;

/**
 * A session of the models that tell speakers apart, borrowed from the container's pool. Use it from one thread, and close
 * it: that gives the session back. A closed handle throws {@link IllegalStateException}.
 */
public interface Diarizer extends AutoCloseable {

    /**
     * Reads {@code audio} to its end and finds out who speaks when; does not close it. What is held in memory is bounded
     * but for about 3 KB for each second of audio.
     *
     * @throws InferenceCancelled when {@code control} ended the run; the session is clean again
     * @throws InferenceFailed when the engine failed; the session is destroyed on close, not reused
     */
    SpeakerTimeline diarize(AudioSource audio, DiarizationOptions options, RunControl control);

    @Override
    void close();
}
