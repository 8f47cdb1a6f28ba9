package stt.credits;

import java.time.Instant;
import java.util.UUID;

/**
 * One change of a balance.
 *
 * @param cents negative for a charge
 * @param note for people; may be empty
 */
public record LedgerEntry(UUID id, Kind kind, long cents, String note, Instant createdAt) {

    /** Why a balance changes. */
    public enum Kind {
        /** An administrator gave credits. */
        GRANT,
        /** Work was done. */
        CHARGE
    }
}
