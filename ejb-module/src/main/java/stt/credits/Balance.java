package stt.credits;

/**
 * An account's credits, in cents: 1 credit is 100 cents.
 *
 * @param cents the sum of the ledger
 * @param held of these, promised to work under way
 */
public record Balance(long cents, long held) {

    /** What new work may cost. */
    public long available() {
        return cents - held;
    }
}
