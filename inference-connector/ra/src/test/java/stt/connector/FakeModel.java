package stt.connector;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import stt.engine.SpeechModel;
import stt.engine.SpeechSession;
import stt.inference.api.AudioSource;
import stt.inference.api.CancelToken;
import stt.inference.api.InferenceFailed;
import stt.inference.api.RunControl;
import stt.inference.api.Segment;
import stt.inference.api.Transcript;
import stt.inference.api.TranscriptionOptions;

/** A model without an engine: counts what is open, runs until it is told to end or cancelled, fails on demand. */
final class FakeModel implements SpeechModel {

    final AtomicInteger openSessions = new AtomicInteger();
    final AtomicInteger closes = new AtomicInteger();

    /** Counted down when a run has begun. */
    volatile CountDownLatch entered = new CountDownLatch(1);

    /** Runs last until this is open; open unless {@link #hold} was called. */
    private volatile CountDownLatch gate = new CountDownLatch(0);

    private volatile boolean deaf;
    private volatile Runnable onOpen = () -> {};
    private volatile @Nullable RuntimeException failure;
    private final String id;

    FakeModel(String id) {
        this.id = id;
    }

    /** Later runs last until {@link #release} or their cancellation. */
    void hold() {
        entered = new CountDownLatch(1);
        gate = new CountDownLatch(1);
    }

    void release() {
        gate.countDown();
    }

    /** Later runs ignore their cancellation. */
    void ignoreCancellation() {
        deaf = true;
    }

    /** Is run with each session that is opened. */
    void onOpen(Runnable action) {
        onOpen = action;
    }

    /** Later runs end with this, or well again with null. */
    void failWith(@Nullable RuntimeException failure) {
        this.failure = failure;
    }

    void breakDown() {
        failWith(new InferenceFailed("out of memory", new IllegalStateException("native code 7")));
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public List<String> languages() {
        return List.of("en");
    }

    @Override
    public long weightBytes() {
        return 1000;
    }

    @Override
    public SpeechSession open() {
        openSessions.incrementAndGet();
        onOpen.run();
        return new Session();
    }

    @Override
    public void close() {
        if (openSessions.get() > 0) {
            throw new IllegalStateException("closed with sessions open");
        }
        closes.incrementAndGet();
    }

    private final class Session implements SpeechSession {

        private final AtomicLong steps = new AtomicLong();

        @Override
        public Transcript transcribe(AudioSource audio, TranscriptionOptions options, RunControl control) {
            CountDownLatch end = gate;
            CancelToken token = control.cancel();
            CancelToken.Registration registration = token.onCancel(deaf ? () -> {} : end::countDown);
            entered.countDown();
            steps.addAndGet(10);
            try {
                end.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            } finally {
                registration.close();
            }
            token.check();
            RuntimeException why = failure;
            if (why != null) {
                throw why;
            }
            Duration second = Duration.ofSeconds(1);
            return new Transcript(id, "en", second, List.of(new Segment(Duration.ZERO, second, "hello", 1, List.of())));
        }

        @Override
        public long decodedSteps() {
            return steps.get();
        }

        @Override
        public void close() {
            openSessions.decrementAndGet();
        }
    }
}
