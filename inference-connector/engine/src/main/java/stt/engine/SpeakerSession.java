package stt.engine;

import stt.inference.api.AudioSource;
import stt.inference.api.DiarizationOptions;
import stt.inference.api.RunControl;
import stt.inference.api.SpeakerTimeline;

/**
 * The buffers of one running diarization. Not thread-safe; reusable after every outcome but {@code InferenceFailed}.
 */
public interface SpeakerSession extends EngineSession {

    /**
     * Reads {@code audio} to its end and finds out who speaks when; does not close it. What is held in memory is bounded
     * but for about 3 KB for each second of audio. Cancelling {@code control.cancel()} from any thread ends a native call
     * that is running. The deadline in {@code control} is the adapter's business, not this one's.
     *
     * @throws stt.inference.api.InferenceCancelled when cancelled; the session is clean again
     * @throws stt.inference.api.InferenceFailed when the engine failed; close the session
     */
    SpeakerTimeline diarize(AudioSource audio, DiarizationOptions options, RunControl control);

    @Override
    default long decodedSteps() {
        return 0;
    }
}
