package stt.connector;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import stt.inference.api.InferenceStatus;

class ReadinessTest {

    private final Readiness readiness = new Readiness();

    private InferenceStatus.Readiness now() {
        return readiness.state(true).readiness();
    }

    @Test
    void isLoadingUntilTheFirstRunEnds() {
        readiness.expect("base");

        assertThat(now()).isEqualTo(InferenceStatus.Readiness.LOADING);
        assertThat(readiness.state(true).detail()).contains("Loading base");
    }

    @Test
    void isOkOnceARunWentWell() {
        readiness.expect("base");
        readiness.succeeded("base");

        assertThat(readiness.state(true))
                .isEqualTo(new Readiness.State(InferenceStatus.Readiness.OK, java.util.Optional.empty()));
    }

    @Test
    void isOkWhileAnotherModelIsStillLoading() {
        readiness.expect("base");
        readiness.expect("small");
        readiness.succeeded("base");

        assertThat(now()).isEqualTo(InferenceStatus.Readiness.OK);
    }

    @Test
    void isLoadingWhileTheOnlyHopeIsStillLoading() {
        readiness.expect("base");
        readiness.expect("small");
        readiness.failed("base", "broken");

        assertThat(now()).isEqualTo(InferenceStatus.Readiness.LOADING);
    }

    @Test
    void isUnavailableWhenNoModelWorks() {
        readiness.failed("base", "The model base does not work");

        assertThat(now()).isEqualTo(InferenceStatus.Readiness.UNAVAILABLE);
        assertThat(readiness.state(true).detail()).contains("The model base does not work");
    }

    @Test
    void isDegradedWhenSomeModelsWork() {
        readiness.succeeded("base");
        readiness.failed("small", "The model small does not work");

        assertThat(now()).isEqualTo(InferenceStatus.Readiness.DEGRADED);
    }

    @Test
    void recoversWithTheNextGoodRun() {
        readiness.failed("base", "broken");
        readiness.succeeded("base");

        assertThat(now()).isEqualTo(InferenceStatus.Readiness.OK);
    }

    @Test
    void isUnavailableWhenThereIsNothingToRun() {
        assertThat(readiness.state(false).readiness()).isEqualTo(InferenceStatus.Readiness.UNAVAILABLE);
        assertThat(readiness.state(true).readiness()).isEqualTo(InferenceStatus.Readiness.OK);
    }
}
