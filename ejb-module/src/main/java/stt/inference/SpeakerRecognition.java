package stt.inference;

import jakarta.annotation.Resource;
import jakarta.ejb.AsyncResult;
import jakarta.ejb.Asynchronous;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.util.concurrent.Future;
import stt.inference.api.AudioSource;
import stt.inference.api.DiarizationOptions;
import stt.inference.api.Diarizer;
import stt.inference.api.InferenceConnectionFactory;
import stt.inference.api.RunControl;
import stt.inference.api.SpeakerTimeline;

/**
 * Tells speakers apart on a pooled session, in a thread of the container's, outside of every transaction: what fails here
 * must not mark the one in which a transcript is made.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SpeakerRecognition {

    @Resource(lookup = "java:app/inference/diarizers")
    private InferenceConnectionFactory diarizers;

    /**
     * Reads {@code audio} to its end and closes it, whatever happens.
     *
     * @return ends with what {@link Diarizer#diarize} and {@link InferenceConnectionFactory#diarizer} throw
     */
    @Asynchronous
    public Future<SpeakerTimeline> listen(AudioSource audio, DiarizationOptions options, RunControl control) {
        try (audio;
                Diarizer session = diarizers.diarizer()) {
            return new AsyncResult<>(session.diarize(audio, options, control));
        }
    }
}
