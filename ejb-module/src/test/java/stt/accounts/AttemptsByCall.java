package stt.accounts;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import stt.database.TestDatabase;

/** Counters of attempts, with a transaction for each call, as the container gives them. */
final class AttemptsByCall extends Attempts {

    private final TestDatabase database;

    AttemptsByCall(TestDatabase database) {
        this.database = database;
    }

    @Override
    public Optional<Window> count(String name, Instant now, Duration length) {
        return database.inTransaction(entities -> new Attempts(entities).count(name, now, length));
    }

    @Override
    public void open(String name, Instant now) {
        database.inTransaction(entities -> {
            new Attempts(entities).open(name, now);
            return true;
        });
    }

    @Override
    public void forget(String name) {
        database.inTransaction(entities -> {
            new Attempts(entities).forget(name);
            return true;
        });
    }
}
