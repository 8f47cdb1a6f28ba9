package stt.mail;

/** The SMTP server did not take a mail. */
public final class MailFailed extends RuntimeException {

    /** {@code server} did not take {@code mail}. */
    public MailFailed(Mail mail, SmtpServer server, Throwable cause) {
        super("the " + mail + " could not be sent through " + server, cause);
    }
}
