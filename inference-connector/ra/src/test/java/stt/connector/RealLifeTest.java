package stt.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import stt.engine.EngineOptions;
import stt.inference.api.AudioSource;
import stt.inference.api.CancelToken;
import stt.inference.api.ModelState;
import stt.inference.api.ModelState.Phase;
import stt.inference.api.ModelUnavailable;
import stt.inference.api.RunControl;
import stt.inference.api.TranscriptionOptions;
import stt.models.ModelStore;

/** Installed models coming and going. */
@Tag("models")
class RealLifeTest {

    private static final ModelStore STORE = ModelStore.at(Path.of(System.getProperty("stt.models.dir")));
    private static final NativeRuntime NATIVES = new NativeRuntime();
    private static final SessionRequest TINY = new SessionRequest("tiny.en", EngineOptions.cpu(1));
    private static final SessionRequest BASE = new SessionRequest("base", EngineOptions.cpu(1));
    private static final Demand WHENEVER = Demand.ofCaller(Runs.LONG);
    private static final long MEGABYTE = 1_000_000;

    /** Room for either of the two, not for both. */
    private static final long ROOM = 500 * MEGABYTE;

    private final SettableClock clock = new SettableClock();
    private final Slots slots = new Slots(new Deadlines());
    private final HeldMemory held = new HeldMemory(Store.devices());
    private final LoadedModels models = new LoadedModels(
            new LoadedModels.Parts(
                    new StoredModelLoader(STORE, NATIVES, Optional.empty()), slots, new Readiness(), held::on),
            new ModelLife(new MemoryLimit(ROOM), MemoryUnderTest.IDLE, MemoryUnderTest.RETRIES, Runs.LONG),
            task -> new Thread(task).start(),
            clock);

    @AfterEach
    void stop() {
        assertThat(slots.close(Runs.LONG)).isTrue();
        assertThat(models.close(Runs.LONG)).isTrue();
    }

    private String heard(SessionRequest request) {
        try (Lease lease = models.lease(request, WHENEVER);
                Slot slot = slots.open(lease.model(), lease.usage());
                AudioSource speech = AudioSource.of(ProbeSpeech.samples())) {
            RunControl control = RunControl.of(new CancelToken(), Runs.LONG);
            return slot.run(speech, TranscriptionOptions.DEFAULT, control).text();
        }
    }

    private long measured(String model) {
        return models.table()
                .states()
                .getOrDefault(model, ModelState.UNLOADED)
                .measuredBytes()
                .orElseThrow();
    }

    private void unloadAll() {
        clock.advance(MemoryUnderTest.IDLE);
        models.lookAfter(id -> false);
    }

    @Test
    void aModelIsMeasuredAndLeavesTheMemoryWhenItsTimeIsOver() {
        assertThat(heard(TINY)).contains("fellow Americans");
        assertThat(measured("tiny.en")).isBetween(40 * MEGABYTE, 600 * MEGABYTE);

        unloadAll();

        assertThat(models.table().states()).isEmpty();
        assertThat(models.table().held("cpu")).isZero();
        assertThat(heard(TINY)).contains("fellow Americans");
    }

    @Test
    void oneModelGoesForTheOther() {
        assertThat(heard(TINY)).contains("fellow Americans");
        assertThat(heard(BASE)).contains("fellow Americans");

        assertThat(models.table().states()).containsOnlyKeys("base");
        try (Lease lease = models.lease(BASE, WHENEVER)) {
            assertThatExceptionOfType(ModelUnavailable.class)
                    .isThrownBy(() -> models.lease(TINY, Demand.ofCaller(Duration.ZERO)))
                    .withMessageContaining("in use by base");
            assertThat(lease.model().id()).isEqualTo("base");
        }
        assertThat(heard(TINY)).contains("fellow Americans");
    }

    @Test
    void manyCallersOfModelsThatDoNotFitTogetherAreServedOneModelAfterTheOther() {
        List<CompletableFuture<String>> callers = IntStream.range(0, 8)
                .mapToObj(i -> Runs.start(() -> heard(i % 2 == 0 ? TINY : BASE)))
                .toList();

        assertThat(callers).allSatisfy(caller -> assertThat(caller.join()).contains("fellow Americans"));
        assertThat(models.table().states().values()).singleElement().satisfies(state -> assertThat(state.phase())
                .isEqualTo(Phase.LOADED));
        assertThat(slots.live()).isZero();
    }

    @Test
    void speakersAreToldApartByModelsThatComeAndGoAsWell() {
        SessionRequest diarization = new SessionRequest(SessionRequest.DIARIZATION, EngineOptions.cpu(1));
        models.lease(diarization, WHENEVER).close();
        assertThat(measured(SessionRequest.DIARIZATION)).isBetween(30 * MEGABYTE, 400 * MEGABYTE);

        unloadAll();
        models.lease(diarization, WHENEVER).close();

        assertThat(models.table().states()).containsOnlyKeys(SessionRequest.DIARIZATION);
    }

    /** A leak of the weights alone would be 40 MB each time, 480 in all; the Java heap, which grows and shrinks, counts too. */
    @Test
    @EnabledOnOs(OS.LINUX) // which tells how much memory a process holds
    void comingAndGoingLeavesNothingBehind() {
        comeAndGo(4);
        long before = resident();

        comeAndGo(12);

        assertThat(resident() - before).isLessThan(240 * MEGABYTE);
    }

    private void comeAndGo(int times) {
        for (int i = 0; i < times; i++) {
            assertThat(heard(TINY)).contains("fellow Americans");
            unloadAll();
        }
    }

    private static long resident() {
        FreedMemory.giveBack();
        return HeldMemory.resident().orElseThrow();
    }
}
