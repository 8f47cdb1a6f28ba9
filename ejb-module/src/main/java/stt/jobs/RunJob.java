package stt.jobs;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import stt.accounts.Caller;
import stt.credits.Reservation;
import stt.credits.Reservations;
import stt.credits.Work;
import stt.inference.Models;
import stt.transcripts.TranscribeAndKeep;
import stt.transcripts.TranscribeUpload;
import stt.transcripts.Upload;

/** One try at a job. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class RunJob {

    private static final System.Logger LOG = System.getLogger(RunJob.class.getName());
    private static final String NO_ADDRESS = "0.0.0.0"; // matters for callers without an account alone
    private static final String ENDED_THE_PROCESS = "The server ended each time while it worked on this recording.";

    @EJB
    private JobSteps steps;

    @EJB
    private JobRows rows;

    @EJB
    private Reservations reservations;

    @EJB
    private TranscribeUpload transcribe;

    @EJB
    private Models models;

    @Inject
    private JobFiles files;

    @Inject
    private RunningJobs running;

    @Inject
    private JobSettings settings;

    @Inject
    private Clock clock;

    /** Tries; when to try again, or empty when the job has ended, in whatever way. */
    public Optional<Instant> run(UUID transcript) {
        return steps.begin(transcript).flatMap(this::run);
    }

    private Optional<Instant> run(Job job) {
        if (job.attempts().count() > settings.tries()) {
            return failed(job, job.attempts().lastError().orElse(ENDED_THE_PROCESS));
        }
        RunningJobs.Running work = running.open(job.transcript());
        try (work) {
            transcribe(job, work);
            files.remove(job.order().file());
            return Optional.empty();
        } catch (RuntimeException e) {
            return after(job, e);
        }
    }

    private void transcribe(Job job, RunningJobs.Running work) {
        Caller payer = steps.payer(job);
        Reservation reservation = reservations
                .pause(job.reservation(), settings.hold())
                .orElseGet(() -> steps.reserveAgain(job, payer, work(job)));
        reservations.start(payer, reservation);
        Job.Order order = job.order();
        Upload upload = new Upload(files.path(order.file()), "", order.received(), NO_ADDRESS, order.request());
        transcribe.run(
                new TranscribeAndKeep.Task(
                        payer, upload, reservation, Optional.of(job.transcript()), done -> steps.completed(job)),
                work.cancel(),
                work::advance);
    }

    private Work work(Job job) {
        return Work.transcription(
                models.serving(job.order().request().model()),
                Duration.ofMinutes(job.turn().cost()));
    }

    private Optional<Instant> after(Job job, RuntimeException failure) {
        Verdict verdict = Verdict.of(failure);
        int count = job.attempts().count();
        return switch (verdict.kind()) {
            case GONE -> gone(job);
            case HOPELESS -> failed(job, verdict.sentence());
            case BUSY -> putBack(job, settings.busyRetryAfter());
            case STOPPED -> putBack(job, Duration.ZERO);
            case FAILED -> {
                LOG.log(Level.WARNING, () -> "Try " + count + " at job " + job.transcript() + " failed", failure);
                yield count < settings.tries() ? again(job, verdict.sentence()) : failed(job, verdict.sentence());
            }
        };
    }

    private Optional<Instant> again(Job job, String sentence) {
        return putBack(
                job,
                true,
                Optional.of(sentence),
                settings.pauseAfter(job.attempts().count()));
    }

    private Optional<Instant> putBack(Job job, Duration pause) {
        return putBack(job, false, Optional.empty(), pause);
    }

    private Optional<Instant> putBack(Job job, boolean counts, Optional<String> error, Duration pause) {
        UUID reservation = reservation(job);
        if (!steps.putBack(job, counts, error)) {
            return gone(job);
        }
        reservations.pause(reservation, settings.hold());
        return Optional.of(clock.instant().plus(pause));
    }

    private Optional<Instant> failed(Job job, String sentence) {
        UUID reservation = reservation(job);
        if (!steps.fail(job, sentence)) {
            return gone(job);
        }
        reservations.release(reservation);
        files.remove(job.order().file());
        return Optional.empty();
    }

    /** Somebody else has ended the job, or another node works on it: then what it holds is that node's. */
    private Optional<Instant> gone(Job job) {
        if (rows.find(job.transcript()).isEmpty()) {
            reservations.release(job.reservation());
            files.remove(job.order().file());
        }
        return Optional.empty();
    }

    private UUID reservation(Job job) {
        return rows.find(job.transcript()).map(Job::reservation).orElse(job.reservation());
    }
}
