package stt.jobs;

import jakarta.ejb.EJBException;
import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import stt.audio.UnsupportedAudio;
import stt.credits.NoCredits;
import stt.credits.QuotaExceeded;
import stt.credits.TooManyRequests;
import stt.inference.UnknownModel;
import stt.inference.api.CancelToken;
import stt.inference.api.InferenceCancelled;
import stt.inference.api.ModelBusy;
import stt.inference.api.ModelNotInstalled;
import stt.inference.api.ModelUnavailable;
import stt.inference.api.UnsupportedLanguage;
import stt.inference.api.UnsupportedTask;
import stt.transcripts.NoSuchTranscript;

/**
 * What a failure means for a job.
 *
 * @param kind what is to be done
 * @param sentence why, for the job's owner
 */
record Verdict(Kind kind, String sentence) {

    /** What is to be done with the job. */
    enum Kind {
        /** Nothing: nobody waits for it any more. */
        GONE,
        /** It fails: another try would end the same. */
        HOPELESS,
        /** It waits for a moment: others use what it needs. */
        BUSY,
        /** It waits for another node, or this one after its start. */
        STOPPED,
        /** It is tried again as often as may be. */
        FAILED
    }

    static Verdict of(Throwable failure) {
        if (failure instanceof EJBException && failure.getCause() != null) {
            return of(failure.getCause());
        }
        return new Verdict(kind(failure), sentence(failure));
    }

    private static Kind kind(Throwable failure) {
        if (failure instanceof NoSuchTranscript) {
            return Kind.GONE;
        }
        if (failure instanceof InferenceCancelled cancelled) {
            return kind(cancelled.reason());
        }
        if (failure instanceof TooManyRequests
                || failure instanceof ModelBusy
                || failure instanceof BulkheadException
                || failure instanceof CircuitBreakerOpenException) {
            return Kind.BUSY;
        }
        return isForGood(failure) ? Kind.HOPELESS : Kind.FAILED;
    }

    private static Kind kind(CancelToken.Reason reason) {
        return switch (reason) {
            case REQUESTED -> Kind.GONE;
            case STOPPING -> Kind.STOPPED;
            case DEADLINE, DISCONNECTED -> Kind.FAILED;
        };
    }

    /** These say in their message what is wrong. */
    private static boolean isForGood(Throwable failure) {
        return failure instanceof UnsupportedAudio
                || failure instanceof UnsupportedLanguage
                || failure instanceof UnsupportedTask
                || failure instanceof UnknownModel
                || failure instanceof NoCredits
                || failure instanceof QuotaExceeded;
    }

    private static String sentence(Throwable failure) {
        if (failure instanceof InferenceCancelled) {
            return "The run took longer than is allowed for audio of this length.";
        }
        if (isForGood(failure) || failure instanceof ModelNotInstalled || failure instanceof ModelUnavailable) {
            String message = String.valueOf(failure.getMessage());
            return message.endsWith(".") ? message : message + ".";
        }
        return "Something went wrong on our side.";
    }
}
