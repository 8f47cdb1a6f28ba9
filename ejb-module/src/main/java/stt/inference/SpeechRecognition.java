package stt.inference;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.faulttolerance.Bulkhead;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import stt.inference.api.AudioSource;
import stt.inference.api.InferenceConnectionFactory;
import stt.inference.api.InferenceFailed;
import stt.inference.api.Transcriber;
import stt.inference.api.Transcript;
import stt.speakers.ChannelSpeakers;

/**
 * Runs speech recognition on a pooled session. The numbers below are defaults; MicroProfile's own keys override them, such
 * as {@code stt.inference.SpeechRecognition/transcribe/Bulkhead/value}.
 */
@Stateless
public class SpeechRecognition {

    @Resource(lookup = "java:app/inference/transcribers")
    private InferenceConnectionFactory transcribers;

    @Inject
    private SpeakersBeside speakers;

    /**
     * Transcribes the run's audio to its end, and tells its speakers apart if that is asked for. What goes wrong with the
     * speakers alone is a warning in the transcript. The session takes part in the caller's transaction and is back in its pool
     * when this returns or throws.
     *
     * @throws stt.inference.api.ModelBusy when no session came free in the pool's waiting time
     * @throws stt.inference.api.ModelUnavailable when the model cannot be loaded now
     * @throws stt.inference.api.InferenceCancelled when the run's control ended it
     * @throws stt.inference.api.InferenceFailed when the engine failed
     * @throws org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException when too many run or wait already
     * @throws org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException while the engine, which failed
     *     too often, is left alone
     */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    @Bulkhead(64)
    @CircuitBreaker(failOn = InferenceFailed.class, requestVolumeThreshold = 8, failureRatio = 0.75, delay = 10_000)
    public Transcript transcribe(SpeechRun run) {
        try (Transcriber session = transcribers.transcriber(run.model())) {
            return run.channels().size() > 1 ? byChannel(session, run) : whole(session, run);
        }
    }

    private Transcript whole(Transcriber session, SpeechRun run) {
        AudioSource audio = run.channels().get(0);
        return run.diarization()
                .map(options -> speakers.transcribe(session, run, options))
                .orElseGet(() -> session.transcribe(audio, run.options(), run.control()));
    }

    private static Transcript byChannel(Transcriber session, SpeechRun run) {
        List<Transcript> channels = new ArrayList<>();
        for (AudioSource channel : run.channels()) {
            channels.add(session.transcribe(channel, run.options(), run.control()));
        }
        return ChannelSpeakers.merge(channels);
    }
}
