package stt.accounts;

/** The four kinds of callers that limits are set for. */
public enum Tier {
    /** Without a key. */
    ANONYMOUS,
    /** An account with the plan {@link Plan#FREE}. */
    FREE,
    /** An account with the plan {@link Plan#PAID}. */
    PAID,
    /** An account with the role {@link Role#ADMIN}, whatever its plan. */
    ADMINISTRATOR
}
