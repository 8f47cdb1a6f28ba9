package stt.mail;

import jakarta.ejb.Asynchronous;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.util.concurrent.TimeUnit;

/** Sends mails after the request that they come from has gone on. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SendMail {

    private static final System.Logger LOG = System.getLogger(SendMail.class.getName());
    private static final int TRIES = 4;
    private static final int FIRST_WAIT = 2; // seconds; each next one is 5 times as long

    @Inject
    private Mailer mailer;

    /** Sends {@code mail} in another thread; tries again for a minute, then writes into the log that it was lost. */
    @Asynchronous
    public void later(Mail mail) {
        int wait = FIRST_WAIT;
        for (int attempt = 1; ; attempt++) {
            try {
                mailer.send(mail);
                return;
            } catch (MailFailed e) {
                if (attempt == TRIES) {
                    LOG.log(Level.ERROR, "A mail is lost", e);
                    return;
                }
            }
            if (!pause(wait)) {
                return;
            }
            wait *= 5;
        }
    }

    private static boolean pause(int seconds) {
        try {
            TimeUnit.SECONDS.sleep(seconds);
            return true;
        } catch (InterruptedException serverStops) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
