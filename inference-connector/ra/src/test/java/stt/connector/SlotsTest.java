package stt.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import stt.inference.api.CancelToken;
import stt.inference.api.InferenceCancelled;
import stt.inference.api.Transcript;

class SlotsTest {

    private static final Duration NONE = Duration.ZERO;

    private final Deadlines deadlines = new Deadlines();
    private final Slots slots = new Slots(deadlines);
    private final FakeModel model = new FakeModel("base");

    @AfterEach
    void stop() {
        model.release();
        deadlines.close();
    }

    @Test
    void drainingLetsARunEndByItself() throws Exception {
        Slot slot = slots.open(model, Usage.UNCOUNTED);
        model.hold();
        CompletableFuture<Transcript> run = Runs.start(model, () -> Runs.run(slot));

        CompletableFuture<Boolean> drained = Runs.start(() -> slots.drain(Runs.LONG, NONE));
        model.release();

        assertThat(drained.join()).isTrue();
        assertThat(run.join().text()).isEqualTo("hello");
    }

    @Test
    void drainingWaitsUntilALentSessionIsBack() {
        Slot slot = slots.open(model, Usage.UNCOUNTED);
        slot.lend();
        assertThat(slots.drain(NONE, NONE)).isFalse();

        CompletableFuture<Boolean> drained = Runs.start(() -> slots.drain(Runs.LONG, NONE));
        slot.giveBack();

        assertThat(drained.join()).isTrue();
    }

    @Test
    void drainingCancelsWhatOutlastsTheGrace() throws Exception {
        Slot slot = slots.open(model, Usage.UNCOUNTED);
        model.hold();
        CancelToken token = new CancelToken();
        CompletableFuture<Transcript> run = Runs.start(model, () -> Runs.run(slot, token));

        assertThat(slots.drain(NONE, Runs.LONG)).isTrue();

        assertThat(run.handle((transcript, failure) -> failure.getCause()).join())
                .isInstanceOf(InferenceCancelled.class);
        assertThat(token.reason()).contains(CancelToken.Reason.STOPPING);
    }

    @Test
    void neverClosesASessionThatNativeCodeIsStillUsing() throws Exception {
        Slot slot = slots.open(model, Usage.UNCOUNTED);
        model.hold();
        model.ignoreCancellation();
        CompletableFuture<Transcript> run = Runs.start(model, () -> Runs.run(slot));

        assertThat(slots.close(NONE)).isFalse();
        assertThat(model.openSessions).hasValue(1);

        model.release();
        run.handle((transcript, failure) -> failure).join();
        assertThat(model.openSessions).hasValue(0);
    }

    @Test
    void admitsNothingOnceDraining() {
        Slot slot = slots.open(model, Usage.UNCOUNTED);
        slots.drain(NONE, NONE);

        assertThatExceptionOfType(InferenceCancelled.class).isThrownBy(() -> Runs.run(slot));
        assertThatExceptionOfType(InferenceCancelled.class).isThrownBy(() -> slots.open(model, Usage.UNCOUNTED));
        slots.close(NONE);
        assertThat(model.openSessions).hasValue(0);
    }

    @Test
    void countsStepsOfClosedSessionsToo() {
        Slot first = slots.open(model, Usage.UNCOUNTED);
        Runs.run(first);
        first.close();
        Runs.run(slots.open(model, Usage.UNCOUNTED));

        assertThat(slots.decodedSteps()).isEqualTo(20);
        assertThat(slots.live()).isEqualTo(1);
    }

    @Test
    void countsTheSessionsInARun() throws Exception {
        Slot slot = slots.open(model, Usage.UNCOUNTED);
        slots.open(model, Usage.UNCOUNTED);
        model.hold();
        CompletableFuture<Transcript> run = Runs.start(model, () -> Runs.run(slot));

        assertThat(slots.running()).isEqualTo(1);
        model.release();
        run.join();
        assertThat(slots.running()).isZero();
    }
}
