package stt.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import stt.inference.api.CancelToken;
import stt.inference.api.InferenceCancelled;
import stt.inference.api.InferenceFailed;
import stt.inference.api.RunControl;
import stt.inference.api.Transcript;
import stt.inference.api.TranscriptionOptions;

class SlotTest {

    private final Deadlines deadlines = new Deadlines();
    private final Slots slots = new Slots(deadlines);
    private final FakeModel model = new FakeModel("base");
    private final Slot slot = slots.open(model, Usage.UNCOUNTED);

    @AfterEach
    void stop() {
        model.release();
        deadlines.close();
    }

    @Test
    void closesItsSessionOnlyAfterTheRunUnderWay() throws Exception {
        model.hold();
        CompletableFuture<Transcript> run = Runs.start(model, () -> Runs.run(slot));

        slot.close();

        assertThat(model.openSessions).hasValue(1);
        model.release();
        assertThat(run.join().text()).isEqualTo("hello");
        assertThat(model.openSessions).hasValue(0);
        assertThat(slots.live()).isZero();
    }

    @Test
    void isUsableAgainAfterACancelledRun() throws Exception {
        model.hold();
        CompletableFuture<Transcript> run = Runs.start(model, () -> Runs.run(slot));

        slot.cancel(CancelToken.Reason.REQUESTED);

        assertThatExceptionOfType(CompletionException.class)
                .isThrownBy(run::join)
                .withCauseInstanceOf(InferenceCancelled.class);
        assertThat(slot.isUsable()).isTrue();
        assertThat(Runs.run(slot).text()).isEqualTo("hello");
    }

    @Test
    void endsARunWhoseDeadlinePasses() {
        model.hold();

        assertThatExceptionOfType(InferenceCancelled.class)
                .isThrownBy(() -> slot.run(
                        Runs.silence(),
                        TranscriptionOptions.DEFAULT,
                        RunControl.of(new CancelToken(), Duration.ofMillis(1))))
                .extracting(InferenceCancelled::reason)
                .isEqualTo(CancelToken.Reason.DEADLINE);
    }

    @Test
    void forgetsTheDeadlineOfARunThatEnded() {
        CancelToken token = new CancelToken();

        Runs.run(slot, token);

        assertThat(deadlines.armed()).isZero();
        assertThat(token.reason()).isEmpty();
    }

    @Test
    void isBrokenAfterTheEngineFailed() {
        model.breakDown();

        assertThatExceptionOfType(InferenceFailed.class).isThrownBy(() -> Runs.run(slot));

        assertThat(slot.isUsable()).isFalse();
        model.failWith(null);
        assertThatIllegalStateException().isThrownBy(() -> Runs.run(slot));
    }

    @Test
    void isUsableAfterItsAudioCouldNotBeRead() {
        model.failWith(new IllegalArgumentException("not audio"));

        assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> Runs.run(slot));

        assertThat(slot.isUsable()).isTrue();
    }

    @Test
    void refusesASecondRunAtATime() throws Exception {
        model.hold();
        CompletableFuture<Transcript> run = Runs.start(model, () -> Runs.run(slot));

        assertThatIllegalStateException().isThrownBy(() -> Runs.run(slot)).withMessageContaining("under way");

        model.release();
        assertThat(run.join().text()).isEqualTo("hello");
    }

    @Test
    void refusesRunsOnceClosed() {
        slot.close();

        assertThatIllegalStateException().isThrownBy(() -> Runs.run(slot));
        assertThat(model.openSessions).hasValue(0);
    }
}
