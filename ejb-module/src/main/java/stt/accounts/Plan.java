package stt.accounts;

/** What an account has subscribed to. */
public enum Plan {
    /** Limited per month. */
    FREE,
    /** Pays with credits. */
    PAID
}
