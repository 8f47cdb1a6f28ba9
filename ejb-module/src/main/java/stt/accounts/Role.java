package stt.accounts;

/** What an account may do besides its own affairs. */
public enum Role {
    /** Nothing. */
    USER,
    /** Everything: administrators have no quota, and the pages of administration. */
    ADMIN
}
