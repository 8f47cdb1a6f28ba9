package stt.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import stt.engine.EngineModel;
import stt.engine.EngineOptions;
import stt.inference.api.ModelNotInstalled;
import stt.inference.api.ModelUnavailable;

class LoadedModelsTest {

    private static final SessionRequest BASE = new SessionRequest("base", EngineOptions.cpu(1));
    private static final Duration NO_PATIENCE = Duration.ZERO;

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

    private static final class SettableClock extends Clock {
        private Instant now = Instant.parse("2026-11-23T12:00:00Z");

        void advance(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    private final FakeModel model = new FakeModel("base");
    private final AtomicInteger attempts = new AtomicInteger();
    private final SettableClock clock = new SettableClock();
    private final Later later = new Later();

    private EngineModel succeed(SessionRequest request) {
        attempts.incrementAndGet();
        return model;
    }

    private LoadedModels failing(RuntimeException why) {
        return new LoadedModels(
                request -> {
                    attempts.incrementAndGet();
                    throw why;
                },
                Runnable::run,
                clock);
    }

    @Test
    void loadsOnceForAnyNumberOfCallers() {
        LoadedModels models = new LoadedModels(this::succeed, task -> new Thread(task).start(), clock);

        List<CompletableFuture<EngineModel>> callers = IntStream.range(0, 16)
                .mapToObj(i -> Runs.start(() -> models.get(BASE, Runs.LONG)))
                .toList();

        assertThat(callers).extracting(CompletableFuture::join).containsOnly(model);
        assertThat(attempts).hasValue(1);
    }

    @Test
    void keepsLoadingForACallerWhoCouldNotWait() {
        LoadedModels models = new LoadedModels(this::succeed, later, clock);

        assertThatExceptionOfType(ModelUnavailable.class)
                .isThrownBy(() -> models.get(BASE, NO_PATIENCE))
                .withMessageContaining("still loading")
                .extracting(ModelUnavailable::retryAfter)
                .isEqualTo(LoadedModels.STILL_LOADING);
        later.runOne();

        assertThat(models.get(BASE, NO_PATIENCE)).isEqualTo(model);
        assertThat(attempts).hasValue(1);
    }

    @Test
    void answersFromMemoryWhileAFailureIsFresh() {
        LoadedModels models = failing(new IllegalStateException("corrupt"));
        assertThatExceptionOfType(ModelUnavailable.class).isThrownBy(() -> models.get(BASE, Runs.LONG));
        clock.advance(Duration.ofSeconds(10));

        assertThatExceptionOfType(ModelUnavailable.class)
                .isThrownBy(() -> models.get(BASE, Runs.LONG))
                .extracting(ModelUnavailable::retryAfter)
                .isEqualTo(Duration.ofSeconds(20));
        assertThat(attempts).hasValue(1);
    }

    @Test
    void triesAgainWhenAFailureIsOld() {
        LoadedModels models = failing(new IllegalStateException("corrupt"));
        assertThatExceptionOfType(ModelUnavailable.class).isThrownBy(() -> models.get(BASE, Runs.LONG));
        clock.advance(LoadedModels.FAILURE_KEPT);

        assertThatExceptionOfType(ModelUnavailable.class).isThrownBy(() -> models.get(BASE, Runs.LONG));

        assertThat(attempts).hasValue(2);
    }

    @Test
    void looksAgainAtOnceForAModelThatWasNotInstalled() {
        LoadedModels models = failing(new ModelNotInstalled("base"));

        assertThatExceptionOfType(ModelNotInstalled.class).isThrownBy(() -> models.get(BASE, Runs.LONG));
        assertThatExceptionOfType(ModelNotInstalled.class).isThrownBy(() -> models.get(BASE, Runs.LONG));

        assertThat(attempts).hasValue(2);
    }

    @Test
    void aLoadThatCannotEvenStartIsAFailureToo() {
        LoadedModels models = new LoadedModels(
                this::succeed,
                task -> {
                    throw new IllegalStateException("no threads");
                },
                clock);

        assertThatExceptionOfType(ModelUnavailable.class).isThrownBy(() -> models.get(BASE, Runs.LONG));
        assertThat(models.close(Duration.ZERO)).isTrue();
    }

    @Test
    void differentOptionsAreDifferentModels() {
        LoadedModels models = new LoadedModels(this::succeed, Runnable::run, clock);

        models.get(BASE, Runs.LONG);
        models.get(new SessionRequest("base", EngineOptions.cpu(2)), Runs.LONG);

        assertThat(attempts).hasValue(2);
        assertThat(models.weights()).containsExactly(java.util.Map.entry("base", 2000L));
    }

    @Test
    void closesWhatItLoaded() {
        LoadedModels models = new LoadedModels(this::succeed, Runnable::run, clock);
        models.get(BASE, Runs.LONG);

        assertThat(models.close(Duration.ZERO)).isTrue();

        assertThat(model.closes).hasValue(1);
        assertThatExceptionOfType(ModelUnavailable.class).isThrownBy(() -> models.get(BASE, Runs.LONG));
    }

    @Test
    void closesAModelThatArrivesTooLate() {
        LoadedModels models = new LoadedModels(this::succeed, later, clock);
        assertThatExceptionOfType(ModelUnavailable.class).isThrownBy(() -> models.get(BASE, NO_PATIENCE));

        assertThat(models.close(Duration.ZERO)).isFalse();
        later.runOne();

        assertThat(model.closes).hasValue(1);
    }
}
