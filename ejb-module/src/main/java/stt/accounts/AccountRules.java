package stt.accounts;

/** What names and passwords must be like. */
final class AccountRules {

    private static final int LONGEST_NAME = 200;
    private static final int SHORTEST_PASSWORD = 8; // NIST SP 800-63B, 5.1.1.2
    private static final int LONGEST_RETENTION = 36_500; // days
    private static final int LONGEST_PASSWORD = 200; // a limit, so that nobody has a megabyte hashed

    private AccountRules() {}

    /**
     * A name without surrounding space.
     *
     * @throws InvalidAccount when it is empty, too long, or has control characters
     */
    static String name(String text) {
        return name(text, LONGEST_NAME);
    }

    static String name(String text, int longest) {
        String name = text.strip();
        if (name.isEmpty() || name.length() > longest || name.chars().anyMatch(Character::isISOControl)) {
            throw new InvalidAccount("invalid_name", "The field name must have 1 to " + longest + " characters.");
        }
        return name;
    }

    /**
     * How many days transcripts are kept.
     *
     * @throws InvalidAccount when they could not be kept that long
     */
    static int retention(int days) {
        if (days < 1 || days > LONGEST_RETENTION) {
            throw new InvalidAccount(
                    "invalid_retention_days",
                    "The field retention_days must be a number from 1 to " + LONGEST_RETENTION + ", or null.");
        }
        return days;
    }

    /**
     * Checks a password that somebody chose.
     *
     * @throws InvalidAccount when it is too short, too long, or the address itself
     */
    static void checkPassword(String password, String email) {
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST_PASSWORD || length > LONGEST_PASSWORD) {
            throw new InvalidAccount(
                    "invalid_password",
                    "The password must have " + SHORTEST_PASSWORD + " to " + LONGEST_PASSWORD + " characters.");
        }
        if (Account.canonical(password).equals(email)) {
            throw new InvalidAccount("invalid_password", "The password must not be the e-mail address.");
        }
    }
}
