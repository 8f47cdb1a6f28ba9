package stt.connector;

import stt.inference.api.AudioSource;
import stt.inference.api.DiarizationOptions;
import stt.inference.api.Diarizer;
import stt.inference.api.RunControl;
import stt.inference.api.SpeakerTimeline;

/** A session that tells speakers apart, as its caller holds it. */
final class PooledDiarizer extends PooledHandle implements Diarizer {

    PooledDiarizer(SessionManagedConnection session) {
        super(session);
    }

    @Override
    public SpeakerTimeline diarize(AudioSource audio, DiarizationOptions options, RunControl control) {
        return session().diarize(audio, options, control);
    }
}
