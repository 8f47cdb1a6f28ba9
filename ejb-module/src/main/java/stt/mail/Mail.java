package stt.mail;

/**
 * A mail to send.
 *
 * @param to an e-mail address
 * @param subject one line
 * @param text plain
 */
public record Mail(String to, String subject, String text) {

    public Mail {
        if (to.chars().anyMatch(Character::isISOControl) || subject.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("a mail's address and subject are one line each");
        }
    }

    /** Not the text: it may have a link in it that is a secret. */
    @Override
    public String toString() {
        return "mail \"" + subject + "\"";
    }
}
