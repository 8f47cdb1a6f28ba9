package stt.connector;

import stt.inference.api.AudioSource;
import stt.inference.api.RunControl;
import stt.inference.api.Transcriber;
import stt.inference.api.Transcript;
import stt.inference.api.TranscriptionOptions;

/** A session that transcribes, as its caller holds it. */
final class PooledTranscriber extends PooledHandle implements Transcriber {

    PooledTranscriber(SessionManagedConnection session) {
        super(session);
    }

    @Override
    public String model() {
        return session().model();
    }

    @Override
    public Transcript transcribe(AudioSource audio, TranscriptionOptions options, RunControl control) {
        return session().transcribe(audio, options, control);
    }
}
