package stt.accounts;

import java.util.UUID;

/**
 * A CDI event, fired outside of a transaction before an account is removed, when nobody can call with it any more: who keeps
 * something of it that the database does not remove with the account's row removes it.
 */
public record AccountCloses(UUID account) {}
