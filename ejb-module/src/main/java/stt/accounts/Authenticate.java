package stt.accounts;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;

/** Finds out who presents a key, or the cookie of a session. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Authenticate {

    @EJB
    private ApiKeys keys;

    @EJB
    private KeyUses uses;

    @EJB
    private Sessions sessions;

    @Inject
    private AccountSettings settings;

    @Inject
    private Clock clock;

    /**
     * The caller that {@code presented} belongs to. A key that is mistyped is refused without asking the database.
     *
     * @throws InvalidApiKey when it is none, or none any more
     */
    public Caller byKey(String presented) {
        Instant now = clock.instant();
        ApiKey key = KeySecret.parse(presented)
                .flatMap(secret -> keys.admitting(secret, now))
                .orElseThrow(InvalidApiKey::new);
        if (key.useIsNews(now)) {
            uses.note(key.id(), now);
        }
        return Caller.of(key.account());
    }

    /**
     * The session that {@code presented}, a cookie, belongs to.
     *
     * @throws InvalidSession when it is none, or none any more
     */
    public Session bySession(String presented) {
        Instant now = clock.instant();
        SecretToken cookie = SecretToken.parse(presented).orElseThrow(InvalidSession::new);
        LoginSession session = sessions.of(cookie)
                .filter(found -> found.isOpen(settings.sessionLife(), now))
                .orElseThrow(InvalidSession::new);
        if (session.useIsNews(now)) {
            sessions.noteUse(cookie, now);
        }
        return new Session(
                cookie, Caller.of(session.account()), session.createdAt(), session.ends(settings.sessionLife()));
    }
}
