package stt.blackbox;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A real SMTP server that keeps what it is sent. */
final class Mailbox {

    private static final Pattern LINK = Pattern.compile("https?://\\S+/[a-z-]+#token=([0-9A-Za-z_-]{43})");
    private static final int PATIENCE = 60;
    private static final int WAIT = 1_000; // ms

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    private Mailbox() {}

    static Mailbox start() {
        Mailbox mailbox = new Mailbox();
        mailbox.server.start();
        return mailbox;
    }

    int port() {
        return server.getSmtp().getPort();
    }

    void close() {
        server.stop();
    }

    /** The token of the link in the last mail with {@code subject} to {@code address}, once that has come. */
    String token(String address, String subject) {
        Matcher link = LINK.matcher(text(address, subject));
        if (!link.find()) {
            throw new AssertionError("the mail \"" + subject + "\" has no link");
        }
        return link.group(1);
    }

    /** The text of the last mail with {@code subject} to {@code address}, once that has come. */
    String text(String address, String subject) {
        for (int i = 0; i < PATIENCE; i++) {
            MimeMessage[] all = server.getReceivedMessages();
            Optional<String> found = Arrays.stream(all)
                    .filter(mail -> isFor(mail, address) && subject(mail).equals(subject))
                    .map(Mailbox::text)
                    .reduce((earlier, later) -> later);
            if (found.isPresent()) {
                return found.get();
            }
            server.waitForIncomingEmail(WAIT, all.length + 1);
        }
        throw new AssertionError("the mail \"" + subject + "\" did not come to " + address);
    }

    private static boolean isFor(MimeMessage mail, String address) {
        try {
            return Arrays.stream(mail.getRecipients(Message.RecipientType.TO))
                    .anyMatch(to -> to.toString().equals(address));
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String subject(MimeMessage mail) {
        try {
            return mail.getSubject();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(MimeMessage mail) {
        try {
            return mail.getContent().toString();
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
