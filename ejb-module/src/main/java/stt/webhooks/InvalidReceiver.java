package stt.webhooks;

import jakarta.ejb.ApplicationException;

/** Messages cannot be sent to the URL that an account named. The message is a sentence for its owner. */
@ApplicationException(rollback = true)
public final class InvalidReceiver extends RuntimeException {

    InvalidReceiver(String sentence) {
        super(sentence);
    }
}
