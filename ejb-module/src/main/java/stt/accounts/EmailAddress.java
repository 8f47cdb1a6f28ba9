package stt.accounts;

import java.util.regex.Pattern;

/**
 * An address that mail can be sent to, as far as its form tells.
 *
 * @param text as it is stored: without surrounding space, in lower case; at most 254 characters (RFC 5321, erratum 1690)
 */
public record EmailAddress(String text) {

    private static final int LONGEST = 254;
    private static final int LONGEST_LOCAL_PART = 64;

    /** As browsers check {@code input type=email} (HTML standard, "valid e-mail address"), with a dot or localhost asked for. */
    private static final Pattern FORM = Pattern.compile("[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]{1," + LONGEST_LOCAL_PART + "}"
            + "@(localhost|[a-zA-Z0-9]([a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?"
            + "(\\.[a-zA-Z0-9]([a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)+)");

    /**
     * Reads what somebody typed.
     *
     * @throws InvalidAccount when it is no address
     */
    public EmailAddress {
        text = Account.canonical(text);
        if (text.length() > LONGEST || !FORM.matcher(text).matches()) {
            throw new InvalidAccount("invalid_email", "The field email must be an e-mail address.");
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
