/**
 * What callers may have done, and what it costs: quotas, credits, concurrency, prices.
 *
 * <p>Rules: work is reserved before it starts and settled with its real length in the transaction that stores its result, or
 * released. Counters are rows that single conditional updates change: {@code set held = held + n where used + held + n <=
 * limit}; nothing is read first and written later. A transaction changes rows in one order: slots, quota, balance,
 * reservation, ledger, usage. The ledger is only ever added to, and its sum is the balance.
 *
 * <p>Decisions:
 *
 * <ul>
 *   <li>2026-11-23: counters live in the database, not in a cluster's memory: they survive restarts, commit together with the
 *       transcript, and need nothing besides the database that all nodes share.
 *   <li>2026-11-23: a reservation has a lease that its node renews while the work runs. What a dead node held expires; any
 *       node gives it back, and the conditional delete of the row sees to it that only one does.
 *   <li>2026-11-23: a charge is the price of the real length, rounded up to a whole cent. What turns out longer than was
 *       reserved is reserved while it is decoded: the work ends when that is refused, and costs nothing.
 *   <li>2026-11-23: a caller without a key is its IP address; in IPv6 its network of 64 bits, which one household has.
 *   <li>2026-11-23: usage counts on the day on which the work was reserved.
 *   <li>2026-11-23: native SQL, not entities: what counts is the condition in the statement and how many rows it changed.
 * </ul>
 */
@NullMarked
package stt.credits;

import org.jspecify.annotations.NullMarked;
