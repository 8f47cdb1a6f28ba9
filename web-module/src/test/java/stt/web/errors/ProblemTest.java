package stt.web.errors;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ejb.EJBException;
import jakarta.ws.rs.NotFoundException;
import java.io.IOException;
import java.time.Duration;
import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import stt.accounts.EmailTaken;
import stt.accounts.InvalidAccount;
import stt.accounts.InvalidApiKey;
import stt.accounts.InvalidLink;
import stt.accounts.InvalidSession;
import stt.accounts.LastAdministrator;
import stt.accounts.NoMail;
import stt.accounts.SignInAgain;
import stt.accounts.SignUpClosed;
import stt.accounts.TooManyAttempts;
import stt.accounts.WrongLogin;
import stt.audio.UnsupportedAudio;
import stt.inference.UnknownModel;
import stt.inference.api.CancelToken;
import stt.inference.api.InferenceCancelled;
import stt.inference.api.InferenceFailed;
import stt.inference.api.LicenceNotAccepted;
import stt.inference.api.ModelAtWork;
import stt.inference.api.ModelBusy;
import stt.inference.api.ModelNotInstalled;
import stt.inference.api.ModelUnavailable;
import stt.inference.api.NoSuchImport;
import stt.inference.api.StoredModel;
import stt.inference.api.Task;
import stt.inference.api.UnsupportedLanguage;
import stt.inference.api.UnsupportedTask;

class ProblemTest {

    @Test
    void whatTheClientCanMendIs400() {
        assertThat(status(new InvalidRequest("code", "Sentence."))).isEqualTo(400);
        assertThat(status(new UnknownModel("x"))).isEqualTo(400);
        assertThat(status(new UnsupportedLanguage("de", "tiny.en"))).isEqualTo(400);
        assertThat(status(new UnsupportedTask(Task.TRANSLATE, "tiny.en"))).isEqualTo(400);
        assertThat(status(new NoSuchImport("files"))).isEqualTo(400);
        assertThat(status(new LicenceNotAccepted("f5-tts", StoredModel.Licence.UNKNOWN)))
                .isEqualTo(400);
        assertThat(status(new UnsupportedAudio(UnsupportedAudio.Reason.EMPTY, "The file is empty.")))
                .isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({
        "EMPTY, empty_file",
        "UNSUPPORTED_TYPE, unsupported_audio",
        "NO_SOUND, no_audio_stream",
        "DAMAGED, damaged_audio",
        "TOO_LONG, audio_too_long",
        "TOO_COSTLY, audio_too_costly"
    })
    void aFileThatIsNoRecordingIsToldByAStableCode(UnsupportedAudio.Reason reason, String code) {
        assertThat(Problem.of(new UnsupportedAudio(reason, "No.")).code()).isEqualTo(code);
    }

    @Test
    void whatPassesByItselfIs503WithAHint() {
        assertThat(Problem.of(new ModelBusy("base", Duration.ofSeconds(7))).retryAfter())
                .contains(Duration.ofSeconds(7));
        assertThat(Problem.of(new ModelUnavailable("base", "loading", Duration.ofSeconds(3)))
                        .retryAfter())
                .contains(Duration.ofSeconds(3));
        assertThat(Problem.of(new ModelNotInstalled("small")).retryAfter()).isPresent();
        assertThat(Problem.of(new BulkheadException()).retryAfter()).isPresent();
        assertThat(Problem.of(new CircuitBreakerOpenException()).retryAfter()).isPresent();
        assertThat(Problem.of(new InferenceCancelled(CancelToken.Reason.DEADLINE))
                        .status())
                .isEqualTo(503);
        assertThat(status(new ModelBusy("base", Duration.ofSeconds(7)))).isEqualTo(503);
    }

    @Test
    void aMissingModelIsToldWithTheCommandThatInstallsIt() {
        assertThat(Problem.of(new ModelNotInstalled("small")).sentence()).contains("./stt models install small");
    }

    @Test
    void whatNobodyForesawTellsNothing() {
        Problem problem =
                Problem.of(new InferenceFailed("node X of /models/base failed", new IOException("/etc/secret")));

        assertThat(problem.status()).isEqualTo(500);
        assertThat(problem.unexpected()).isTrue();
        assertThat(problem.sentence()).doesNotContain("/", "node", "Exception");
    }

    @Test
    void anEjbsWrappingIsTakenOff() {
        assertThat(status(new EJBException(new UnknownModel("x")))).isEqualTo(400);
    }

    @Test
    void jaxRsOwnRefusalsKeepTheirStatusButNotTheirWords() {
        Problem problem = Problem.of(new NotFoundException("HTTP 404 stt.web.Something"));

        assertThat(problem.status()).isEqualTo(404);
        assertThat(problem.sentence()).isEqualTo("There is nothing here.");
    }

    @Test
    void anInvalidKeyIs401() {
        assertThat(status(new InvalidApiKey())).isEqualTo(401);
    }

    @Test
    void whatIsWrongWithAnAccountIsToldByAStableCode() {
        assertThat(told(new InvalidAccount("invalid_email", "No."))).isEqualTo("400 invalid_email");
        assertThat(told(new InvalidLink())).isEqualTo("400 invalid_link");
        assertThat(told(new WrongLogin())).isEqualTo("401 wrong_login");
        assertThat(told(new InvalidSession())).isEqualTo("401 not_signed_in");
        assertThat(told(new CrossSiteRequest())).isEqualTo("403 cross_site_request");
        assertThat(told(new SignInAgain())).isEqualTo("403 sign_in_again");
        assertThat(told(new SignUpClosed())).isEqualTo("403 sign_up_closed");
        assertThat(told(new EmailTaken())).isEqualTo("409 email_taken");
        assertThat(told(new LastAdministrator())).isEqualTo("409 last_administrator");
        assertThat(told(new ModelAtWork("small"))).isEqualTo("409 model_at_work");
        assertThat(told(new NoMail())).isEqualTo("501 no_mail");
    }

    @Test
    void whoTriesTooOftenIsToldWhenToComeBack() {
        Problem problem = Problem.of(new TooManyAttempts(10, Duration.ofMinutes(15), Duration.ofMinutes(4)));

        assertThat(problem.status()).isEqualTo(429);
        assertThat(problem.retryAfter()).contains(Duration.ofMinutes(4));
        assertThat(problem.headers())
                .containsEntry("RateLimit-Limit", "10")
                .containsEntry("RateLimit-Remaining", "0")
                .containsEntry("RateLimit-Reset", "240")
                .containsEntry("RateLimit-Policy", "10;w=900");
    }

    private static String told(Throwable failure) {
        Problem problem = Problem.of(failure);
        return problem.status() + " " + problem.code();
    }

    @Test
    void everySentenceEndsAsOne() {
        assertThat(Problem.of(new UnknownModel("x")).sentence()).endsWith(".");
        assertThat(Problem.ofStatus(418).sentence()).endsWith(".");
    }

    private static int status(Throwable failure) {
        return Problem.of(failure).status();
    }
}
