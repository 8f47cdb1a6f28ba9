package stt.mail;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/** Sends mails through the operator's SMTP server, if there is one. Thread-safe. */
@ApplicationScoped
public class Mailer {

    private static final int DEFAULT_PORT = 587; // submission, RFC 6409

    @Inject
    private Config config;

    private Clock clock = Clock.systemUTC();

    private Optional<SmtpServer> server = Optional.empty();
    private String from = "";

    /** For the container. */
    public Mailer() {}

    @Inject
    void tellTheTime(Clock injected) {
        clock = injected;
    }

    Mailer(Clock clock, SmtpServer server, String from) {
        this.clock = clock;
        this.server = Optional.of(server);
        this.from = from;
    }

    @PostConstruct
    void configure() {
        server = config.getOptionalValue("stt.mail.host", String.class).map(this::server);
        from = config.getOptionalValue("stt.mail.from", String.class).orElse("stt@localhost");
    }

    private SmtpServer server(String host) {
        return new SmtpServer(
                host,
                config.getOptionalValue("stt.mail.port", Integer.class).orElse(DEFAULT_PORT),
                SmtpServer.Security.named(config.getValue("stt.mail.security", String.class)),
                config.getOptionalValue("stt.mail.user", String.class),
                config.getOptionalValue("stt.mail.password", String.class).orElse(""));
    }

    /** Whether mail can be sent at all. */
    public boolean isConfigured() {
        return server.isPresent();
    }

    /**
     * Sends {@code mail} now, which may take some seconds.
     *
     * @throws MailFailed when the server does not take it
     * @throws IllegalStateException when no server is configured
     */
    public void send(Mail mail) {
        SmtpServer smtp = server.orElseThrow(() -> new IllegalStateException("stt.mail.host is not set"));
        try {
            Session session = Session.getInstance(smtp.properties());
            MimeMessage message = message(session, mail);
            if (smtp.user().isPresent()) {
                Transport.send(message, smtp.user().get(), smtp.password());
            } else {
                Transport.send(message);
            }
        } catch (MessagingException e) {
            throw new MailFailed(mail, smtp, e);
        }
    }

    private MimeMessage message(Session session, Mail mail) throws MessagingException {
        MimeMessage message = new MimeMessage(session);
        message.setFrom(new InternetAddress(from));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(mail.to()));
        message.setSubject(mail.subject(), StandardCharsets.UTF_8.name());
        message.setText(mail.text(), StandardCharsets.UTF_8.name());
        message.setHeader("Auto-Submitted", "auto-generated"); // RFC 3834: no automatic answers, please
        message.setSentDate(Date.from(clock.instant()));
        return message;
    }
}
