package stt.inference;

import java.lang.System.Logger.Level;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import stt.inference.api.AudioSource;
import stt.inference.api.CancelToken;
import stt.inference.api.CancelToken.Reason;
import stt.inference.api.DiarizationOptions;
import stt.inference.api.RunControl;
import stt.inference.api.SpeakerTimeline;
import stt.inference.api.Transcriber;
import stt.inference.api.Transcript;
import stt.inference.api.TranscriptionOptions;
import stt.speakers.Patience;
import stt.speakers.SharedAudio;
import stt.speakers.SpokenTranscript;

/**
 * Tells speakers apart while a transcription of the same audio runs. The transcript never fails with it: when it fails or
 * takes too long, the transcript has a warning instead of speakers. Thread-safe.
 */
final class SpokenTranscription {

    private static final System.Logger LOG = System.getLogger(SpokenTranscription.class.getName());

    private static final String FAILED =
            "Speakers could not be told apart: the models for it failed or were not available.";
    private static final String TOO_SLOW = "Speakers could not be told apart in the time that is allowed for it.";

    private final SpeakerRecognition recognition;
    private final Patience patience;

    SpokenTranscription(SpeakerRecognition recognition, Patience patience) {
        this.recognition = recognition;
        this.patience = patience;
    }

    /** Transcribes {@code run} on {@code session}, with speakers if they can be had. Throws as {@link Transcriber} does. */
    Transcript transcribe(Transcriber session, SpeechRun run, DiarizationOptions options) {
        SharedAudio audio = new SharedAudio(run.channels().get(0), patience);
        CancelToken whole = run.control().cancel();
        CancelToken listening = new CancelToken();
        TranscriptionOptions asked = run.options();
        CancelToken.Registration link = whole.onCancel(() -> listening.cancel(Reason.REQUESTED));
        AudioSource leader = audio.leader();
        try {
            Future<SpeakerTimeline> speakers = listen(
                    audio.follower(),
                    options,
                    RunControl.of(listening, run.control().deadline()));
            // Speakers are given to words, so that segments can be divided where they change.
            Transcript transcript = session.transcribe(leader, asked.withWordTimes(true), run.control());
            leader.close(); // the follower's audio ends here, whatever was left of the source
            Transcript spoken = withSpeakers(new SpokenTranscript(transcript, asked.wordTimes()), audio, speakers);
            whole.check();
            return spoken;
        } finally {
            leader.close();
            link.close();
            listening.cancel(Reason.REQUESTED);
        }
    }

    /** A container that has no thread left is one more way to fail. */
    private Future<SpeakerTimeline> listen(AudioSource follower, DiarizationOptions options, RunControl control) {
        try {
            return recognition.listen(follower, options, control);
        } catch (RuntimeException e) {
            follower.close();
            return CompletableFuture.failedFuture(e);
        }
    }

    private static Transcript withSpeakers(
            SpokenTranscript transcript, SharedAudio audio, Future<SpeakerTimeline> speakers) {
        try {
            SpeakerTimeline timeline =
                    speakers.get(Math.max(0, audio.patienceLeft().toMillis()), TimeUnit.MILLISECONDS);
            return audio.isAbandoned() ? transcript.without(TOO_SLOW) : transcript.with(timeline);
        } catch (TimeoutException e) {
            LOG.log(Level.WARNING, "Telling speakers apart takes too long; a transcript goes without them");
            return transcript.without(TOO_SLOW);
        } catch (ExecutionException e) {
            LOG.log(Level.WARNING, "Telling speakers apart failed; a transcript goes without them", e.getCause());
            return transcript.without(audio.isAbandoned() ? TOO_SLOW : FAILED);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return transcript.without(FAILED);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "Speakers were not put together with words; a transcript goes without them", e);
            return transcript.without(FAILED);
        }
    }
}
