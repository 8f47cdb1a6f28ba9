package stt.credits;

import java.util.Optional;
import java.util.UUID;

/**
 * What work of a caller takes from which counters.
 *
 * @param caller whose counters
 * @param account empty without a key
 * @param work with its amount
 * @param concurrency how many requests of the caller may run at once
 * @param quota that the work counts against; empty where there is none
 * @param cents what the work costs; 0 where nothing is paid
 */
public record Terms(
        CallerName caller, Optional<UUID> account, Work work, int concurrency, Optional<Allowance> quota, long cents) {

    /** How much of the quota the work takes: files are counted for callers without a key. */
    long quotaAmount() {
        return account.isPresent() ? work.amount() : 1;
    }
}
