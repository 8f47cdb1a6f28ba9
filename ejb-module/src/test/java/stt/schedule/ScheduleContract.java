package stt.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import stt.database.TestDatabase;

/** What several nodes do with one table; one subclass for each database. */
abstract class ScheduleContract {

    private static final Duration OFTEN = Duration.ofMillis(20);
    private static final Duration HEARTBEAT = Duration.ofMinutes(1); // so that no busy machine's node is taken for dead

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final ScheduledExecutorService timers = Executors.newScheduledThreadPool(2);
    private final List<Schedule> nodes = new ArrayList<>();
    private TestDatabase database;

    abstract DataSource empty();

    @BeforeEach
    void migrate() {
        database = new TestDatabase(empty());
    }

    @AfterEach
    void stop() {
        nodes.forEach(node -> node.stop(Duration.ZERO, () -> {}));
        threads.shutdown();
        timers.shutdown();
        database.close();
    }

    @Test
    void nothingIsDoneTwiceByNodesThatTakeAtOnce() throws Exception {
        int count = 200;
        CountDownLatch done = new CountDownLatch(count);
        List<String> ids = Collections.synchronizedList(new ArrayList<>());
        Function<String, Optional<Instant>> work = id -> {
            ids.add(id);
            done.countDown();
            return Optional.empty();
        };
        Schedule first = node(3, work);
        Schedule second = node(3, work);
        Schedule third = node(3, work);
        IntStream.range(0, count).forEach(i -> first.add("job " + i, 0));

        first.start();
        second.start();
        third.start();
        done.await();

        assertThat(ids).hasSize(count).doesNotHaveDuplicates();
    }

    @Test
    void whatIsMoreUrgentGoesFirst() throws Exception {
        CountDownLatch done = new CountDownLatch(3);
        List<String> ids = Collections.synchronizedList(new ArrayList<>());
        Schedule node = node(1, id -> {
            ids.add(id);
            done.countDown();
            return Optional.empty();
        });
        node.add("last", -(1 << 30));
        node.add("second", -7);
        node.add("first", 0);

        node.start();
        done.await();

        assertThat(ids).containsExactly("first", "second", "last");
    }

    @Test
    void noNodeTakesMoreThanItHasWorkersFor() throws Exception {
        CountDownLatch started = new CountDownLatch(2);
        CountDownLatch end = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(4);
        Schedule busy = node(2, id -> {
            started.countDown();
            await(end);
            done.countDown();
            return Optional.empty();
        });
        IntStream.range(0, 4).forEach(i -> busy.add("job " + i, 0));
        busy.start();
        started.await();

        CountDownLatch others = new CountDownLatch(2);
        Schedule idle = node(4, id -> {
            others.countDown();
            done.countDown();
            return Optional.empty();
        });
        idle.start();
        others.await(); // what waits is there for the other node
        end.countDown();
        done.await();
    }

    @Test
    void whatWasPickedByANodeThatDiedIsDoneByAnother() throws Exception {
        CountDownLatch done = new CountDownLatch(1);
        Schedule node = node(1, id -> {
            done.countDown();
            return Optional.empty();
        });
        node.add("job", 0);
        try (Connection connection = database.source().getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("update scheduled_job set picked = true, picked_by = 'dead', version = 2,"
                    + " last_heartbeat = '2026-01-01 00:00:00'");
        }

        node.start();

        done.await();
    }

    @Test
    void whatIsToBeDoneAgainIs() throws Exception {
        CountDownLatch twice = new CountDownLatch(2);
        Schedule node = node(1, id -> {
            twice.countDown();
            return twice.getCount() > 0 ? Optional.of(Instant.now()) : Optional.empty();
        });
        node.add("job", 0);

        node.start();

        twice.await();
    }

    @Test
    void theEndWaitsForWhatRunsAndAsksItToEnd() throws Exception {
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch asked = new CountDownLatch(1);
        AtomicInteger ended = new AtomicInteger();
        Schedule node = node(1, id -> {
            started.countDown();
            await(asked);
            ended.incrementAndGet();
            return Optional.of(Instant.now());
        });
        node.add("job", 0);
        node.start();
        started.await();

        node.stop(Duration.ZERO, asked::countDown);

        assertThat(ended).hasValue(1);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Schedule node(int workers, Function<String, Optional<Instant>> work) {
        Schedule node = new Schedule(
                new Schedule.Plan("scheduled_job", workers, OFTEN, HEARTBEAT),
                database.source(),
                new Threads(threads, timers),
                work);
        nodes.add(node);
        return node;
    }
}
