package stt.connector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import stt.engine.CudaDevice;
import stt.engine.EngineOptions;

/** Sessions on two GPUs, each with room for two models. */
class SpreadingTest {

    private static final SessionRequest BASE_ON_0 = on(0, "base");
    private static final SessionRequest BASE_ON_1 = on(1, "base");

    private final MemoryUnderTest memory = new MemoryUnderTest(1);

    private static SessionRequest on(int gpu, String model) {
        return new SessionRequest(model, new EngineOptions(1, Optional.of(new CudaDevice(gpu, 2 * FakeLoader.BYTES))));
    }

    private SessionRequest choice(String model) {
        return memory.models.table().leastBusy(List.of(on(0, model), on(1, model)), FakeLoader.BYTES);
    }

    private Lease lease(SessionRequest request) {
        return memory.models.lease(request, MemoryUnderTest.NOW);
    }

    @Test
    void theFirstModelGoesToTheFirstGpuAndAnotherToTheEmptierOne() {
        assertThat(choice("base")).isEqualTo(BASE_ON_0);
        lease(BASE_ON_0).close();

        assertThat(choice("small")).isEqualTo(on(1, "small"));
    }

    @Test
    void sessionsStayWhereTheirModelIsWhileNobodyElseIsThere() {
        lease(BASE_ON_1).close();

        assertThat(choice("base")).isEqualTo(BASE_ON_1);
    }

    @Test
    void sessionsGoToTheGpuWithTheFewestUsersAndTheirModelWithThem() {
        try (Lease first = lease(choice("base"))) {
            SessionRequest second = choice("base");
            assertThat(second).isEqualTo(BASE_ON_1);

            lease(second).close();
            assertThat(memory.state("base").devices()).containsExactly("cuda:0", "cuda:1");
            assertThat(memory.loader.loaded).containsExactly("base", "base");
            assertThat(first.model()).isEqualTo(memory.base);
        }
    }

    @Test
    void aModelGoesToNoSecondGpuThatHasNoRoom() {
        lease(on(1, "small")).close();
        lease(on(1, "large")).close();
        try (Lease first = lease(BASE_ON_0)) {
            assertThat(choice("base")).isEqualTo(BASE_ON_0);
            assertThat(first.model()).isEqualTo(memory.base);
        }
    }

    @Test
    void everyGpuHasALimitOfItsOwn() {
        lease(BASE_ON_0).close();
        lease(on(0, "small")).close();
        lease(BASE_ON_1).close();
        lease(on(1, "small")).close();

        assertThat(memory.models.table().held("cuda:0")).isEqualTo(2 * FakeLoader.BYTES);
        assertThat(memory.models.table().held("cuda:1")).isEqualTo(2 * FakeLoader.BYTES);
        assertThat(memory.models.table().held("cpu")).isZero();
    }
}
