package stt.credits;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A reservation as its row says it.
 *
 * @param id of the row
 * @param caller whose counters it holds of
 * @param account empty without a key
 * @param work with the amount that is held
 * @param cents held of the balance
 * @param period of the quota, where there is one
 * @param quota held of that
 * @param slots 1, or 0 while the work waits in a queue
 * @param created when the work was reserved
 */
public record Hold(
        UUID id,
        CallerName caller,
        Optional<UUID> account,
        Work work,
        long cents,
        Optional<String> period,
        long quota,
        int slots,
        Instant created) {

    static Hold of(UUID id, Terms terms, int slots, Instant now) {
        return new Hold(
                id,
                terms.caller(),
                terms.account(),
                terms.work(),
                terms.cents(),
                terms.quota().map(Allowance::period),
                terms.quota().isPresent() ? terms.quotaAmount() : 0,
                slots,
                now);
    }

    /** How much of the quota {@code amount} of the work really uses. */
    long quotaFor(long amount) {
        if (period.isEmpty()) {
            return 0;
        }
        return account.isPresent() ? amount : quota;
    }
}
