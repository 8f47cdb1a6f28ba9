package stt.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import stt.inference.api.ModelState.Phase;
import stt.inference.api.ModelUnavailable;

/** What leaves the memory, when, and what never does. */
class MemoryLimitTest {

    private final MemoryUnderTest memory = new MemoryUnderTest(2);

    private List<String> loaded() {
        return Stream.of("base", "small", "large")
                .filter(model -> memory.state(model).phase() == Phase.LOADED)
                .toList();
    }

    private ModelUnavailable refused(String model) {
        return assertThatExceptionOfType(ModelUnavailable.class)
                .isThrownBy(() -> memory.lease(model))
                .actual();
    }

    @Test
    void theLeastRecentlyUsedModelGoesForANewOne() {
        memory.use("base");
        memory.use("small");
        memory.use("base");

        memory.use("large");

        assertThat(loaded()).containsExactly("base", "large");
        assertThat(memory.small.closes).hasValue(1);
        assertThat(memory.models.table().held("cpu")).isEqualTo(2 * FakeLoader.BYTES);
    }

    @Test
    void nothingGoesThatIsInUse() {
        Lease used = memory.lease("base");
        memory.use("small");
        memory.use("large");
        assertThat(loaded()).containsExactly("base", "large");

        Lease alsoUsed = memory.lease("large");
        ModelUnavailable refusal = refused("small");

        assertThat(loaded()).containsExactly("base", "large");
        assertThat(refusal)
                .hasMessageContaining("it needs 100 MB of memory, and models may hold 200 MB")
                .hasMessageContaining("in use by base and large");
        assertThat(refusal.retryAfter()).isEqualTo(MemoryLimit.SOON);
        used.close();
        alsoUsed.close();
        assertThat(memory.lease("small").model()).isEqualTo(memory.small);
        assertThat(memory.base.closes).hasValue(1);
    }

    @Test
    void asManyGoAsAreNeeded() {
        memory.use("base");
        memory.use("small");
        memory.loader.install("large", 2 * FakeLoader.BYTES);

        memory.use("large");

        assertThat(loaded()).containsExactly("large");
    }

    @Test
    void nothingGoesForAModelThatWouldNotFitAllTheSame() {
        memory.use("base");
        memory.loader.install("large", 3 * FakeLoader.BYTES);

        assertThat(refused("large").retryAfter()).isEqualTo(MemoryLimit.LATER);
        assertThat(loaded()).containsExactly("base");
        assertThat(memory.models.table().failed()).isEmpty();
    }

    @Test
    void aCallerWaitsUntilAnotherIsDone() throws Exception {
        MemoryUnderTest threaded = new MemoryUnderTest(1, task -> new Thread(task).start());
        Lease used = threaded.models.lease(MemoryUnderTest.request("base"), MemoryUnderTest.WHENEVER);

        CompletableFuture<Lease> waiting =
                Runs.start(() -> threaded.models.lease(MemoryUnderTest.request("small"), MemoryUnderTest.WHENEVER));
        assertThat(waiting).isNotDone();
        used.close();

        assertThat(waiting.join().model()).isEqualTo(threaded.small);
        assertThat(threaded.base.closes).hasValue(1);
    }

    @Test
    void anIdleSessionInThePoolHoldsNoModel() {
        Lease lease = memory.lease("base");
        Slot pooled = memory.slots.open(lease.model(), lease.usage());
        lease.close();
        memory.use("small");

        memory.use("large");

        assertThat(memory.base.closes).hasValue(1);
        assertThat(pooled.isUsable()).isFalse();
        assertThat(memory.slots.live()).isZero();
    }

    @Test
    void aLentSessionKeepsItsModel() {
        Lease lease = memory.lease("base");
        Slot lent = memory.slots.open(lease.model(), lease.usage());
        lent.lend();
        lease.close();
        memory.use("small");

        memory.use("large");

        assertThat(loaded()).containsExactly("base", "large");
        lent.giveBack();
        lent.giveBack();
        memory.use("small");
        assertThat(memory.base.closes).hasValue(1);
    }

    @Test
    void aRunKeepsItsModelEvenWhenItsSessionIsTakenBack() throws Exception {
        Lease lease = memory.lease("base");
        Slot slot = memory.slots.open(lease.model(), lease.usage());
        lease.close();
        memory.base.hold();
        CompletableFuture<?> run = Runs.start(memory.base, () -> Runs.run(slot));
        memory.use("small");

        memory.use("large");

        assertThat(loaded()).containsExactly("base", "large");
        memory.base.release();
        run.join();
    }

    @Test
    void whatNobodyWaitsForDisplacesNothing() {
        memory.use("base");
        memory.use("small");

        assertThatExceptionOfType(ModelUnavailable.class)
                .isThrownBy(() -> memory.models.lease(MemoryUnderTest.request("large"), Demand.UNASKED));
        assertThat(loaded()).containsExactly("base", "small");
    }

    @Test
    void aModelGoesWhenNobodyHasUsedItForLong() {
        memory.use("base");
        memory.clock.advance(MemoryUnderTest.IDLE.minusSeconds(1));
        memory.lookAfter();
        assertThat(loaded()).containsExactly("base");
        assertThat(memory.state("base").idleSince()).contains(SettableClock.START.plusSeconds(60));

        memory.clock.advance(Duration.ofSeconds(1));
        memory.lookAfter();

        assertThat(loaded()).isEmpty();
        assertThat(memory.base.closes).hasValue(1);
        assertThat(memory.models.table().held("cpu")).isZero();
    }

    @Test
    void aModelThatIsKeptStaysThoughNobodyUsesIt() {
        memory.use("base");
        memory.use("small");
        memory.clock.advance(Duration.ofDays(1));

        memory.lookAfter("base");

        assertThat(loaded()).containsExactly("base");
    }

    @Test
    void aModelInUseStaysHoweverLongThatLasts() {
        try (Lease lease = memory.lease("base")) {
            memory.clock.advance(Duration.ofDays(1));
            memory.lookAfter();

            assertThat(lease.model()).isEqualTo(memory.base);
            assertThat(memory.base.closes).hasValue(0);
            assertThat(memory.state("base").idleSince()).isEmpty();
        }
    }

    @Test
    void aModelThatIsRemovedFromTheStoreGoesWithItsLastUser() {
        Lease lease = memory.lease("base");
        memory.loader.remove("base");
        memory.lookAfter();
        assertThat(memory.base.closes).hasValue(0);

        lease.close();
        memory.lookAfter("base");

        assertThat(memory.base.closes).hasValue(1);
        assertThat(memory.readiness.state(true).detail()).isEmpty();
    }

    @Test
    void aModelThatIsInstalledAnewIsLoadedAnew() {
        Lease before = memory.lease("base");
        memory.loader.install("base", FakeLoader.BYTES);

        memory.lease("base").close();

        assertThat(memory.loader.loaded).containsExactly("base", "base");
        before.close();
        memory.lookAfter("base");
        assertThat(memory.base.closes).hasValue(1);
        assertThat(loaded()).containsExactly("base");
    }

    @Test
    void aModelCountsWithWhatItWasSeenToTake() {
        memory.base.onOpen(() -> memory.held.addAndGet(170_000_000));
        memory.use("base");

        assertThat(memory.state("base").memoryBytes()).isEqualTo(170_000_000);
        assertThat(memory.state("base").measuredBytes()).hasValue(170_000_000);
        memory.use("small");
        assertThat(loaded()).containsExactly("small");
    }

    /** The first run is a short one: a session at work takes more. */
    @Test
    void aModelCountsWithItsNeedWhenItWasSeenToTakeLess() {
        memory.base.onOpen(() -> memory.held.addAndGet(30_000_000));
        memory.use("base");

        assertThat(memory.state("base").memoryBytes()).isEqualTo(FakeLoader.BYTES);
        assertThat(memory.state("base").measuredBytes()).hasValue(30_000_000);
    }

    @Test
    void aModelCountsWithItsNeedWhenOthersWereBusyMeanwhile() {
        try (Lease busy = memory.lease("small")) {
            memory.base.onOpen(() -> memory.held.addAndGet(170_000_000));
            memory.use("base");

            assertThat(busy.model()).isEqualTo(memory.small);
            assertThat(memory.state("base").memoryBytes()).isEqualTo(FakeLoader.BYTES);
            assertThat(memory.state("base").measuredBytes()).isEmpty();
        }
    }

    @Test
    void whatTookMoreThanExpectedHasOthersGo() {
        memory.use("base");
        memory.small.onOpen(() -> memory.held.addAndGet(150_000_000));
        memory.use("small");
        assertThat(loaded()).containsExactly("base", "small");

        memory.lookAfter();

        assertThat(loaded()).containsExactly("small");
    }
}
