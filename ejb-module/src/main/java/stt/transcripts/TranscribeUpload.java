package stt.transcripts;

import jakarta.ejb.EJB;
import jakarta.ejb.EJBException;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import stt.accounts.Caller;
import stt.audio.AudioDecoder;
import stt.credits.Leases;
import stt.credits.Reservation;
import stt.credits.Reservations;
import stt.credits.Work;
import stt.faults.FaultPoint;
import stt.inference.Models;
import stt.inference.SpeechRun;
import stt.inference.api.AudioSource;
import stt.inference.api.CancelToken;
import stt.inference.api.DiarizationOptions;
import stt.inference.api.RunControl;

/** Turns an upload into a transcript, for the client that waits for it and for a queued job. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class TranscribeUpload {

    /** What is reserved at first for a file that does not state its length. */
    private static final Duration UNKNOWN = Duration.ofMinutes(1);

    @EJB
    private Models models;

    @EJB
    private Reservations reservations;

    @EJB
    private Leases leases;

    @EJB
    private TranscribeAndKeep transaction;

    @Inject
    private AudioDecoder decoder;

    @Inject
    private Deadlines deadlines;

    /**
     * Transcribes {@code upload}, charges {@code caller} for it, and keeps the transcript if it has an account. All or
     * nothing: whatever is thrown, no transcript is kept and nothing charged, the session is free again and no decoder runs.
     *
     * @param cancel ends the run early
     * @param kept is told of the result within the transaction that stores it; what it throws rolls that back
     * @throws stt.inference.UnknownModel when nothing has the model's id
     * @throws stt.inference.api.ModelNotInstalled when it is not installed and nothing serves in its place
     * @throws stt.inference.api.UnsupportedTask when the model cannot do what is asked of it
     * @throws stt.inference.api.UnsupportedLanguage when it does not know the language
     * @throws stt.audio.UnsupportedAudio when the file is no recording
     * @throws stt.credits.LimitReached when the caller may have this done later
     * @throws stt.credits.NoCredits when the caller's balance does not pay for it
     * @throws stt.inference.api.InferenceCancelled when {@code cancel} or the deadline ended the run
     */
    public Transcribed run(Caller caller, Upload upload, CancelToken cancel, Consumer<Transcribed> kept) {
        String model = models.serving(
                upload.request().model(), upload.request().options().task());
        try (DecodedChannels audio = DecodedChannels.open(decoder, upload, cancel)) {
            Duration expected = audio.length().orElse(UNKNOWN);
            Reservation reservation =
                    reservations.reserve(caller, upload.clientAddress(), Work.transcription(model, expected));
            FaultPoint.RESERVE.reach();
            try {
                return reserved(
                        new TranscribeAndKeep.Task(caller, upload, reservation, Optional.empty(), kept),
                        audio,
                        RunControl.of(cancel, deadlines.forAudio(audio.length())));
            } catch (RuntimeException e) {
                release(reservation, e);
                throw e;
            }
        }
    }

    /**
     * How long {@code upload} says that it is.
     *
     * @throws stt.audio.UnsupportedAudio when the file is no recording
     */
    public Optional<Duration> length(Upload upload, CancelToken cancel) {
        try (DecodedChannels audio = DecodedChannels.open(decoder, upload, cancel)) {
            return audio.length();
        }
    }

    /** What to reserve for audio of which {@code length} is known. */
    public static Duration expected(Optional<Duration> length) {
        return length.orElse(UNKNOWN);
    }

    /**
     * Does {@code task}, whose reservation has its slot. All or nothing as {@link #run}, but what is reserved stays so when
     * this throws.
     *
     * @param progress told what part of the audio is done, in per cent, where its length is known
     * @throws NoSuchTranscript when nothing waits for it any more
     */
    public Transcribed run(TranscribeAndKeep.Task task, CancelToken cancel, IntConsumer progress) {
        try (DecodedChannels audio = DecodedChannels.open(decoder, task.upload(), cancel)) {
            AudioProgress heard =
                    new AudioProgress(audio.length(), audio.channels().size(), progress);
            return reserved(task, audio, new RunControl(cancel, deadlines.forAudio(audio.length()), heard));
        }
    }

    private Transcribed reserved(TranscribeAndKeep.Task task, DecodedChannels audio, RunControl control) {
        Leases.Lease lease = leases.keep(task.reservation());
        try (lease) {
            Transcribed done = transaction.run(task, run(task, audio, control));
            FaultPoint.ANSWER.reach();
            return done;
        }
    }

    private SpeechRun run(TranscribeAndKeep.Task task, DecodedChannels audio, RunControl control) {
        Reservation reservation = task.reservation();
        TranscriptionRequest request = task.upload().request();
        // Channels are equally long: the first is metered for all, and a recording is paid for once.
        List<AudioSource> channels = new ArrayList<>(audio.channels());
        channels.set(
                0,
                new MeteredAudio(
                        channels.get(0),
                        reservation.work().amount(),
                        more -> reservations.grow(task.caller(), task.upload().clientAddress(), reservation, more)));
        return new SpeechRun(reservation.work().model(), channels, request.options(), control, diarization(request));
    }

    /** When this fails too, the reservation expires with its lease. */
    private void release(Reservation reservation, RuntimeException because) {
        try {
            reservations.release(reservation);
        } catch (EJBException e) {
            because.addSuppressed(e);
        }
    }

    private static Optional<DiarizationOptions> diarization(TranscriptionRequest request) {
        return request.diarize() ? Optional.of(new DiarizationOptions(request.speakers())) : Optional.empty();
    }
}
