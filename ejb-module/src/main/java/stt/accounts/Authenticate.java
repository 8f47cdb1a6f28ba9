package stt.accounts;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;

/** Finds out who presents a key. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Authenticate {

    @EJB
    private ApiKeys keys;

    @EJB
    private KeyUses uses;

    @Inject
    private Clock clock;

    /**
     * The caller that {@code presented} belongs to. A key that is mistyped is refused without asking the database.
     *
     * @throws InvalidApiKey when it is none, or none any more
     */
    public Caller byKey(String presented) {
        ApiKey key = KeySecret.parse(presented).flatMap(keys::admitting).orElseThrow(InvalidApiKey::new);
        Instant now = clock.instant();
        if (key.useIsNews(now)) {
            uses.note(key.id(), now);
        }
        return Caller.of(key.account());
    }
}
