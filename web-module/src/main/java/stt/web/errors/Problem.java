package stt.web.errors;

import jakarta.ejb.EJBException;
import jakarta.json.JsonException;
import jakarta.ws.rs.WebApplicationException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.faulttolerance.exceptions.FaultToleranceException;
import stt.accounts.AdministratorExists;
import stt.accounts.EmailTaken;
import stt.accounts.InvalidAccount;
import stt.accounts.InvalidApiKey;
import stt.accounts.InvalidLink;
import stt.accounts.InvalidSession;
import stt.accounts.LastAdministrator;
import stt.accounts.NoAdministrator;
import stt.accounts.NoMail;
import stt.accounts.SignInAgain;
import stt.accounts.SignUpClosed;
import stt.accounts.TooManyAttempts;
import stt.accounts.WrongLogin;
import stt.audio.UnsupportedAudio;
import stt.credits.LimitReached;
import stt.credits.NoCredits;
import stt.credits.NoSuchAccount;
import stt.credits.QuotaExceeded;
import stt.credits.ReservationLost;
import stt.credits.Standing;
import stt.idempotency.KeyInUse;
import stt.idempotency.KeyReused;
import stt.inference.UnknownModel;
import stt.inference.api.CancelToken;
import stt.inference.api.InferenceCancelled;
import stt.inference.api.LicenceNotAccepted;
import stt.inference.api.ModelAtWork;
import stt.inference.api.ModelBusy;
import stt.inference.api.ModelNotInstalled;
import stt.inference.api.ModelUnavailable;
import stt.inference.api.NoSuchImport;
import stt.inference.api.UnsupportedLanguage;
import stt.inference.api.UnsupportedTask;
import stt.jobs.NoStorage;
import stt.jobs.QueueFull;
import stt.recordings.NoRecording;
import stt.recordings.RecordingNotKept;
import stt.transcripts.NoSuchSegment;
import stt.transcripts.NoSuchSpeaker;
import stt.transcripts.NoSuchTranscript;
import stt.web.limits.RateLimitHeaders;
import stt.web.uploads.DiskFailure;
import stt.webhooks.InvalidReceiver;

/**
 * What a client is told when a request fails: the one place where errors become HTTP.
 *
 * @param status of the answer
 * @param code stable, in snake_case
 * @param sentence for people
 * @param retryAfter when another try makes sense
 * @param headers that belong to this problem alone
 */
public record Problem(
        int status, String code, String sentence, Optional<Duration> retryAfter, Map<String, String> headers) {

    /** How long to wait for what usually passes soon. */
    private static final Duration SOON = Duration.ofSeconds(10);

    /** How long it takes an operator to install a model, at best. */
    private static final Duration LATER = Duration.ofMinutes(10);

    private static final int SERVER_ERROR = 500;
    private static final String NO_STORAGE = "storage_unavailable";

    private Problem(int status, String code, String sentence) {
        this(status, code, sentence, Optional.empty());
    }

    private Problem(int status, String code, String sentence, Optional<Duration> retryAfter) {
        this(status, code, sentence, retryAfter, Map.of());
    }

    /** Whether nobody foresaw this: it must be logged. */
    public boolean unexpected() {
        return status == SERVER_ERROR || code.equals(NO_STORAGE);
    }

    /** For a status that comes without an exception; the container's own wording is never passed on. */
    public static Problem ofStatus(int status) {
        if (status == SERVER_ERROR || status < 400) {
            return new Problem(
                    SERVER_ERROR,
                    "internal_error",
                    "Something went wrong on our side. Quote the request id to find out what.");
        }
        return new Problem(status, Statuses.code(status), Statuses.sentence(status));
    }

    /** For whatever ended a request. */
    public static Problem of(Throwable failure) {
        if (failure instanceof EJBException && failure.getCause() != null) {
            return of(failure.getCause());
        }
        if (failure instanceof WebApplicationException refused) {
            return ofStatus(refused.getResponse().getStatus());
        }
        return ofRequest(failure)
                .or(() -> ofAccounts(failure))
                .or(() -> ofLimits(failure))
                .or(() -> ofLibrary(failure))
                .or(() -> ofInference(failure))
                .orElseGet(() -> ofStatus(SERVER_ERROR));
    }

    private static Optional<Problem> ofRequest(Throwable failure) {
        Problem problem = null;
        if (failure instanceof InvalidRequest invalid) {
            problem = new Problem(400, invalid.code(), sentence(invalid));
        } else if (failure instanceof JsonException) {
            problem = new Problem(400, "malformed_json", "The body is not valid JSON.");
        } else if (failure instanceof InvalidApiKey) {
            problem = ofStatus(401);
        } else if (failure instanceof UploadTooLarge) {
            problem = new Problem(413, "file_too_large", sentence(failure));
        } else if (failure instanceof UnsupportedAudio unsupported) {
            problem = new Problem(400, audioCode(unsupported.reason()), sentence(failure));
        } else if (failure instanceof InvalidReceiver) {
            problem = new Problem(400, "invalid_callback_url", sentence(failure));
        } else if (failure instanceof DiskFailure || failure instanceof NoStorage) {
            problem = new Problem(503, NO_STORAGE, "The upload cannot be stored now.", Optional.of(SOON));
        } else if (failure instanceof AdministratorExists) {
            problem = new Problem(409, "administrator_exists", sentence(failure));
        } else if (failure instanceof NoAdministrator) {
            problem = new Problem(409, "no_administrator", sentence(failure));
        }
        return Optional.ofNullable(problem);
    }

    private static Optional<Problem> ofAccounts(Throwable failure) {
        Problem problem = null;
        if (failure instanceof InvalidAccount invalid) {
            problem = new Problem(400, invalid.code(), sentence(failure));
        } else if (failure instanceof InvalidLink) {
            problem = new Problem(400, "invalid_link", sentence(failure));
        } else if (failure instanceof WrongLogin) {
            problem = new Problem(401, "wrong_login", sentence(failure));
        } else if (failure instanceof InvalidSession) {
            problem = new Problem(401, "not_signed_in", sentence(failure));
        } else if (failure instanceof CrossSiteRequest) {
            problem = new Problem(403, "cross_site_request", sentence(failure));
        } else if (failure instanceof SignInAgain) {
            problem = new Problem(403, "sign_in_again", sentence(failure));
        } else if (failure instanceof SignUpClosed) {
            problem = new Problem(403, "sign_up_closed", sentence(failure));
        } else if (failure instanceof EmailTaken) {
            problem = new Problem(409, "email_taken", sentence(failure));
        } else if (failure instanceof LastAdministrator) {
            problem = new Problem(409, "last_administrator", sentence(failure));
        } else if (failure instanceof TooManyAttempts tooMany) {
            Standing none = new Standing(tooMany.limit(), 0, tooMany.retryAfter(), tooMany.window());
            problem = new Problem(
                    429,
                    "too_many_attempts",
                    sentence(failure),
                    Optional.of(tooMany.retryAfter()),
                    RateLimitHeaders.of(none));
        } else if (failure instanceof NoMail) {
            problem = new Problem(501, "no_mail", sentence(failure));
        }
        return Optional.ofNullable(problem);
    }

    private static Optional<Problem> ofLimits(Throwable failure) {
        Problem problem = null;
        if (failure instanceof NoCredits) {
            problem = new Problem(402, "no_credits", sentence(failure));
        } else if (failure instanceof LimitReached reached) {
            problem = new Problem(
                    429,
                    reached instanceof QuotaExceeded ? "quota_exceeded" : "too_many_requests",
                    sentence(failure),
                    Optional.of(reached.retryAfter()),
                    RateLimitHeaders.of(reached.standing()));
        } else if (failure instanceof QueueFull full) {
            problem = new Problem(
                    429,
                    "queue_full",
                    sentence(failure),
                    Optional.of(full.standing().reset()),
                    RateLimitHeaders.of(full.standing()));
        } else if (failure instanceof ReservationLost) {
            problem = new Problem(503, "reservation_lost", "The work took too long to be kept.", Optional.of(SOON));
        } else if (failure instanceof KeyReused) {
            problem = new Problem(422, "idempotency_key_reused", sentence(failure));
        } else if (failure instanceof KeyInUse) {
            problem = new Problem(409, "idempotency_key_in_use", sentence(failure), Optional.of(SOON));
        } else if (failure instanceof NoSuchAccount) {
            problem = ofStatus(404);
        }
        return Optional.ofNullable(problem);
    }

    private static Optional<Problem> ofLibrary(Throwable failure) {
        Problem problem = null;
        if (failure instanceof NoSuchTranscript || failure instanceof NoSuchSegment) {
            problem = ofStatus(404);
        } else if (failure instanceof NoRecording) {
            problem = new Problem(404, "no_recording", sentence(failure));
        } else if (failure instanceof NoSuchSpeaker) {
            problem = new Problem(400, "unknown_speaker", sentence(failure));
        } else if (failure instanceof Unfinished) {
            problem = new Problem(409, "transcript_unfinished", sentence(failure));
        } else if (failure instanceof RecordingNotKept) {
            problem = new Problem(503, NO_STORAGE, "The recording cannot be kept now.", Optional.of(SOON));
        }
        return Optional.ofNullable(problem);
    }

    private static Optional<Problem> ofInference(Throwable failure) {
        Problem problem = null;
        if (failure instanceof UnknownModel) {
            problem = new Problem(400, "unknown_model", sentence(failure));
        } else if (failure instanceof UnsupportedLanguage) {
            problem = new Problem(400, "unsupported_language", sentence(failure));
        } else if (failure instanceof UnsupportedTask) {
            problem = new Problem(400, "unsupported_task", sentence(failure));
        } else if (failure instanceof LicenceNotAccepted) {
            problem = new Problem(400, "licence_not_accepted", sentence(failure));
        } else if (failure instanceof NoSuchImport) {
            problem = new Problem(400, "unknown_folder", sentence(failure));
        } else if (failure instanceof ModelAtWork) {
            problem = new Problem(409, "model_at_work", sentence(failure));
        } else if (failure instanceof ModelNotInstalled) {
            problem = new Problem(503, "model_not_installed", sentence(failure), Optional.of(LATER));
        } else if (failure instanceof ModelUnavailable unavailable) {
            problem = new Problem(503, "model_unavailable", sentence(failure), Optional.of(unavailable.retryAfter()));
        } else if (failure instanceof ModelBusy busy) {
            problem = new Problem(503, "model_busy", sentence(failure), Optional.of(busy.retryAfter()));
        } else if (failure instanceof NotReady) {
            problem = new Problem(503, "not_ready", sentence(failure), Optional.of(SOON));
        } else if (failure instanceof InferenceCancelled cancelled) {
            problem = cancelled(cancelled.reason());
        } else if (failure instanceof FaultToleranceException) {
            problem = new Problem(
                    503,
                    "overloaded",
                    "Too many requests run now, or the engine recovers from failures.",
                    Optional.of(SOON));
        }
        return Optional.ofNullable(problem);
    }

    private static Problem cancelled(CancelToken.Reason reason) {
        String sentence = reason == CancelToken.Reason.DEADLINE
                ? "The run took longer than is allowed for audio of this length."
                : "The run was ended before it was done.";
        return new Problem(503, "run_" + code(reason), sentence, Optional.of(SOON));
    }

    private static String audioCode(UnsupportedAudio.Reason reason) {
        return switch (reason) {
            case EMPTY -> "empty_file";
            case UNSUPPORTED_TYPE -> "unsupported_audio";
            case NO_SOUND -> "no_audio_stream";
            case DAMAGED -> "damaged_audio";
            case TOO_LONG -> "audio_too_long";
            case TOO_COSTLY -> "audio_too_costly";
        };
    }

    private static String code(Enum<?> reason) {
        return reason.name().toLowerCase(Locale.ROOT);
    }

    private static String sentence(Throwable failure) {
        String message = String.valueOf(failure.getMessage());
        return message.endsWith(".") ? message : message + ".";
    }
}
