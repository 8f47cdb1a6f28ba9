package stt.connector;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Loads that failed, so that a broken model does not cost every caller another one. Not thread-safe. */
final class Failures {

    /** HTTP tells callers whole seconds. */
    private static final Duration SOON = Duration.ofSeconds(1);

    /**
     * The last of several loads in a row that failed.
     *
     * @param stored what was loaded
     * @param reason one sentence that callers may know
     * @param count how many in a row
     * @param nextTry when it makes sense to try again
     */
    record Failure(StoredModel stored, String reason, int count, Instant nextTry) {

        boolean isDue(Instant now) {
            return !now.isBefore(nextTry);
        }

        Duration retryAfter(Instant now) {
            Duration left = Duration.between(now, nextTry);
            return left.compareTo(SOON) < 0 ? SOON : left;
        }
    }

    private final Backoff backoff;
    private final Clock clock;
    private final Map<SessionRequest, Failure> byRequest = new HashMap<>();

    Failures(Backoff backoff, Clock clock) {
        this.backoff = backoff;
        this.clock = clock;
    }

    /** Remembers one more. What was installed anew starts again. */
    Failure add(SessionRequest request, StoredModel stored, String reason) {
        int before = of(request, stored).map(Failure::count).orElse(0);
        Instant nextTry = clock.instant().plus(backoff.after(before + 1));
        Failure failure = new Failure(stored, reason, before + 1, nextTry);
        byRequest.put(request, failure);
        return failure;
    }

    /** The failure of exactly what is there to load now. */
    Optional<Failure> of(SessionRequest request, StoredModel stored) {
        return Optional.ofNullable(byRequest.get(request))
                .filter(failure -> failure.stored().equals(stored));
    }

    /** Of any version. */
    Optional<Failure> of(String model) {
        return byRequest.entrySet().stream()
                .filter(entry -> entry.getKey().model().equals(model))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    void forget(SessionRequest request) {
        byRequest.remove(request);
    }

    /** What may be tried again. */
    List<SessionRequest> due() {
        Instant now = clock.instant();
        return byRequest.entrySet().stream()
                .filter(entry -> entry.getValue().isDue(now))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Everything that failed. */
    List<SessionRequest> all() {
        return List.copyOf(byRequest.keySet());
    }
}
