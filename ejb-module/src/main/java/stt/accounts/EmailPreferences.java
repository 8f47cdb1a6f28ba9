package stt.accounts;

/**
 * What the owner of an account wants to be mailed about, besides what the account's safety needs.
 *
 * @param news of the platform
 * @param usageAlerts when a quota or the credits run out
 * @param finishedJobs when a queued job has ended
 */
public record EmailPreferences(boolean news, boolean usageAlerts, boolean finishedJobs) {

    /** For a new account. */
    public static final EmailPreferences DEFAULT = new EmailPreferences(false, true, false);
}
