package stt.accounts;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;

/** Confirms that somebody has an address: they know what was mailed there. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class VerifyEmail {

    @EJB
    private SignUps signUps;

    @EJB
    private MailedLinks links;

    @Inject
    private Clock clock;

    /**
     * The account that has come to be, or has a new address, by the link with {@code token}.
     *
     * @throws InvalidLink when there is no such link, or not any more
     * @throws EmailTaken when another account got the address in the meantime
     */
    public Account by(String token) {
        Instant now = clock.instant();
        SecretToken link = SecretToken.parse(token).orElseThrow(InvalidLink::new);
        return signUps.follow(link, now)
                .or(() -> links.followForAddress(link, now))
                .orElseThrow(InvalidLink::new);
    }
}
