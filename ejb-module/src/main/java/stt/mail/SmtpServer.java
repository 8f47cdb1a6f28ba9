package stt.mail;

import java.util.Locale;
import java.util.Optional;
import java.util.Properties;

/**
 * The operator's SMTP server.
 *
 * @param host name or address
 * @param port usually 587 with STARTTLS, 465 with TLS
 * @param security of the connection
 * @param user empty when it wants no login
 * @param password for the user
 */
public record SmtpServer(String host, int port, Security security, Optional<String> user, String password) {

    private static final String TIMEOUT = "10000"; // ms; a mail server that is slower is as good as gone

    /** How the connection is protected. */
    public enum Security {
        /** Not at all: for a server on the same machine. */
        NONE,
        /** By TLS, which both sides must offer after they have connected. */
        STARTTLS,
        /** By TLS from the first byte on. */
        TLS;

        static Security named(String text) {
            return valueOf(text.strip().toUpperCase(Locale.ROOT));
        }
    }

    /** As Jakarta Mail wants it (package {@code org.eclipse.angus.mail.smtp}). */
    Properties properties() {
        Properties properties = new Properties();
        properties.setProperty("mail.transport.protocol", "smtp");
        properties.setProperty("mail.smtp.host", host);
        properties.setProperty("mail.smtp.port", Integer.toString(port));
        properties.setProperty("mail.smtp.connectiontimeout", TIMEOUT);
        properties.setProperty("mail.smtp.timeout", TIMEOUT);
        properties.setProperty("mail.smtp.writetimeout", TIMEOUT);
        properties.setProperty("mail.smtp.auth", Boolean.toString(user.isPresent()));
        properties.setProperty("mail.smtp.ssl.enable", Boolean.toString(security == Security.TLS));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        properties.setProperty("mail.smtp.starttls.required", Boolean.toString(security == Security.STARTTLS));
        properties.setProperty("mail.smtp.starttls.enable", Boolean.toString(security == Security.STARTTLS));
        return properties;
    }

    @Override
    public String toString() {
        return host + ':' + port;
    }
}
