package stt.engine;

import stt.inference.api.AudioSource;
import stt.inference.api.RunControl;
import stt.inference.api.Transcript;
import stt.inference.api.TranscriptionOptions;

/** The buffers and state of one running decode. Not thread-safe; reusable after every outcome but {@code InferenceFailed}. */
public interface SpeechSession extends EngineSession {

    /**
     * Reads {@code audio} to its end and transcribes it; does not close it. Cancelling {@code control.cancel()} from any
     * thread ends a native call that is running. The deadline in {@code control} is the adapter's business, not this one's.
     *
     * @throws stt.inference.api.InferenceCancelled when cancelled; the session is clean again
     * @throws stt.inference.api.UnsupportedLanguage when the model does not know the language asked for
     * @throws stt.inference.api.UnsupportedTask when the model cannot do what is asked for
     * @throws stt.inference.api.InferenceFailed when the engine failed; close the session
     */
    Transcript transcribe(AudioSource audio, TranscriptionOptions options, RunControl control);
}
