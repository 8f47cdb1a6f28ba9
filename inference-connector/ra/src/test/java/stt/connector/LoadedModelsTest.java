package stt.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import stt.engine.EngineModel;
import stt.engine.EngineOptions;
import stt.engine.UnusableModel;
import stt.inference.api.ModelNotInstalled;
import stt.inference.api.ModelState.Phase;
import stt.inference.api.ModelUnavailable;

/** Loads, their failures, and the end. */
class LoadedModelsTest {

    private static final SessionRequest BASE = MemoryUnderTest.request("base");

    /** Runs nothing until told to. */
    private static final class Later implements Executor {
        private final Deque<Runnable> tasks = new ArrayDeque<>();

        @Override
        public void execute(Runnable task) {
            tasks.add(task);
        }

        void runOne() {
            tasks.remove().run();
        }
    }

    private final Later later = new Later();
    private MemoryUnderTest memory = new MemoryUnderTest(10);

    private ModelUnavailable refused() {
        return assertThatExceptionOfType(ModelUnavailable.class)
                .isThrownBy(() -> memory.lease("base"))
                .actual();
    }

    @Test
    void loadsOnceForAnyNumberOfCallers() {
        memory = new MemoryUnderTest(10, task -> new Thread(task).start());

        List<CompletableFuture<EngineModel>> callers = IntStream.range(0, 16)
                .mapToObj(i -> Runs.start(() ->
                        memory.models.lease(BASE, MemoryUnderTest.WHENEVER).model()))
                .toList();

        assertThat(callers).extracting(CompletableFuture::join).containsOnly(memory.base);
        assertThat(memory.loader.loaded).containsExactly("base");
        assertThat(memory.models.table().held("cpu")).isEqualTo(FakeLoader.BYTES);
    }

    @Test
    void keepsLoadingForACallerWhoCouldNotWait() {
        memory = new MemoryUnderTest(10, later);

        assertThat(refused()).hasMessageContaining("still loading");
        assertThat(memory.state("base").phase()).isEqualTo(Phase.LOADING);
        later.runOne();

        assertThat(memory.lease("base").model()).isEqualTo(memory.base);
        assertThat(memory.loader.loaded).containsExactly("base");
    }

    @Test
    void triesAModelOutBeforeAnybodyHasIt() {
        memory.lease("base").close();

        assertThat(memory.slots.decodedSteps()).isEqualTo(10);
        assertThat(memory.slots.live()).isZero();
        assertThat(memory.readiness.state(false).detail()).isEmpty();
    }

    @Test
    void freesAModelThatFailsItsTrial() {
        memory.base.breakDown();

        assertThat(refused()).hasMessageContaining("its trial run failed");
        assertThat(memory.base.closes).hasValue(1);
        assertThat(memory.models.table().held("cpu")).isZero();
    }

    @Test
    void answersFromMemoryWhileAFailureIsFresh() {
        memory.loader.failWith(new UnusableModel("The model file /srv/models/base/encoder.onnx is missing."));
        refused();
        memory.clock.advance(Duration.ofSeconds(10));

        assertThat(refused())
                .hasMessageContaining("The model file encoder.onnx is missing")
                .hasMessageNotContaining("srv")
                .extracting(ModelUnavailable::retryAfter)
                .isEqualTo(Duration.ofSeconds(20));
        assertThat(memory.loader.loaded).hasSize(1);
    }

    @Test
    void waitsLongerAfterEachFailureInARow() {
        memory.loader.failWith(new IllegalStateException("corrupt"));
        refused();
        memory.clock.advance(Duration.ofSeconds(30));

        assertThat(refused().retryAfter()).isEqualTo(Duration.ofMinutes(1));
        memory.clock.advance(Duration.ofMinutes(1));
        assertThat(refused().retryAfter()).isEqualTo(Duration.ofMinutes(2));
        memory.clock.advance(Duration.ofMinutes(2));
        assertThat(refused().retryAfter()).isEqualTo(Duration.ofMinutes(2));
        assertThat(memory.loader.loaded).hasSize(4);
    }

    @Test
    void forgetsFailuresWithTheFirstSuccess() {
        memory.loader.failWith(new IllegalStateException("corrupt"));
        refused();
        memory.clock.advance(Duration.ofSeconds(30));
        memory.loader.failWith(null);

        memory.lease("base").close();

        assertThat(memory.state("base").failure()).isEmpty();
        assertThat(memory.models.table().failed()).isEmpty();
    }

    @Test
    void tellsTheStateOfAModelThatFailed() {
        memory.loader.failWith(new UnusableModel("It has no encoder."));
        refused();

        assertThat(memory.state("base").phase()).isEqualTo(Phase.FAILED);
        assertThat(memory.state("base").failure().orElseThrow().reason()).isEqualTo("It has no encoder");
        assertThat(memory.state("base").failure().orElseThrow().nextTry())
                .isEqualTo(SettableClock.START.plusSeconds(30));
        assertThat(memory.readiness.state(true).detail()).contains("The model base does not work: It has no encoder");
    }

    @Test
    void namesWhatMayBeTriedAgain() {
        memory.loader.failWith(new IllegalStateException("corrupt"));
        refused();

        assertThat(memory.models.table().due()).isEmpty();
        memory.clock.advance(Duration.ofSeconds(30));
        assertThat(memory.models.table().due()).containsExactly(BASE);
    }

    @Test
    void triesAtOnceWhatIsInstalledAnew() {
        memory.loader.failWith(new IllegalStateException("corrupt"));
        refused();
        memory.loader.failWith(null);
        memory.loader.install("base", FakeLoader.BYTES);

        assertThat(memory.lease("base").model()).isEqualTo(memory.base);
    }

    @Test
    void forgetsTheFailureOfAModelThatIsRemoved() {
        memory.loader.failWith(new IllegalStateException("corrupt"));
        refused();
        memory.loader.remove("base");

        memory.lookAfter();

        assertThat(memory.models.table().failed()).isEmpty();
        assertThat(memory.readiness.state(true).detail()).isEmpty();
    }

    @Test
    void looksAgainAtOnceForAModelThatWasNotInstalled() {
        memory.loader.remove("base");
        assertThatExceptionOfType(ModelNotInstalled.class).isThrownBy(() -> memory.lease("base"));
        memory.loader.install("base", FakeLoader.BYTES);

        assertThat(memory.lease("base").model()).isEqualTo(memory.base);
    }

    @Test
    void whatALoadLacksIsNoFailureOfItsOwn() {
        memory.loader.failWith(new ModelNotInstalled("silero-vad"));

        assertThatExceptionOfType(ModelNotInstalled.class)
                .isThrownBy(() -> memory.lease("base"))
                .withMessageContaining("silero-vad");
        memory.loader.failWith(null);
        assertThat(memory.lease("base").model()).isEqualTo(memory.base);
    }

    @Test
    void aLoadThatCannotEvenStartIsAFailureToo() {
        memory = new MemoryUnderTest(10, task -> {
            throw new IllegalStateException("no threads");
        });

        refused();

        assertThat(memory.state("base").phase()).isEqualTo(Phase.FAILED);
        assertThat(memory.models.close(Duration.ZERO)).isTrue();
    }

    @Test
    void aModelThatBreaksDownIsLoadedAnewWhenItsLastUserIsGone() {
        try (Lease lease = memory.lease("base")) {
            memory.models.condemn(BASE, new IllegalStateException("native code 7"));
            memory.lookAfter();

            refused();
            assertThat(lease.model()).isEqualTo(memory.base);
            assertThat(memory.base.closes).hasValue(0);
        }
        memory.lookAfter();
        assertThat(memory.base.closes).hasValue(1);

        memory.clock.advance(Duration.ofSeconds(30));
        memory.lease("base").close();
        assertThat(memory.loader.loaded).containsExactly("base", "base");
    }

    @Test
    void differentOptionsAreDifferentModels() {
        memory.models.lease(BASE, MemoryUnderTest.NOW);
        memory.models.lease(new SessionRequest("base", EngineOptions.cpu(2)), MemoryUnderTest.NOW);

        assertThat(memory.loader.loaded).containsExactly("base", "base");
        assertThat(memory.state("base").memoryBytes()).isEqualTo(2 * FakeLoader.BYTES);
    }

    @Test
    void closesWhatItLoaded() {
        memory.lease("base").close();

        assertThat(memory.models.close(Duration.ZERO)).isTrue();

        assertThat(memory.base.closes).hasValue(1);
        assertThat(refused()).hasMessageContaining("stopping");
    }

    @Test
    void closesAModelThatArrivesTooLate() {
        memory = new MemoryUnderTest(10, later);
        refused();

        assertThat(memory.models.close(Duration.ZERO)).isFalse();
        later.runOne();

        assertThat(memory.base.closes).hasValue(1);
    }
}
