package stt.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import stt.database.TestDatabase;

/** What must hold for accounts on every database; one subclass for each. Each test has an account of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class AccountsContract {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);
    private static final SessionLife LIFE = new SessionLife(Duration.ofHours(12), Duration.ofDays(7));

    private TestDatabase database;
    private PersistedAccounts accounts;

    abstract DataSource empty();

    @BeforeAll
    void migrate() {
        database = new TestDatabase(empty());
        accounts = new PersistedAccounts(database);
    }

    @AfterAll
    void close() {
        database.close();
    }

    @Test
    void aSignUpBecomesAnAccountWithItsKeyOnlyByTheMailedLink() {
        SecretToken link = SecretToken.random();
        SignUp.SignedUp applies = signUp("ada@example.org", link);

        assertThat(accounts.find("ada@example.org")).isEmpty();
        assertThat(accounts.accountOf(applies.key().text())).isEmpty();
        assertThat(follow(SecretToken.random(), NOW)).isEmpty();
        assertThat(follow(link, NOW)).contains(applies.account());
        assertThat(accounts.accountOf(applies.key().text())).contains(applies.account());
        assertThat(follow(link, NOW)).isEmpty();
    }

    @Test
    void ofSeveralSignUpsWithOneAddressTheFirstThatIsVerifiedGetsIt() {
        SecretToken first = SecretToken.random();
        SecretToken second = SecretToken.random();
        signUp("bob@example.org", first);
        SignUp.SignedUp verified = signUp("bob@example.org", second);

        assertThat(follow(second, NOW)).contains(verified.account());
        assertThat(follow(first, NOW)).isEmpty();
    }

    @Test
    void aSignUpThatIsTooOldIsNone() {
        SecretToken link = SecretToken.random();
        signUp("cleo@example.org", link);

        assertThat(follow(link, NOW.plus(DAY))).isEmpty();
    }

    @Test
    void aKeyEndsWhenItSaysSo() {
        UUID account = accounts.add("dora@example.org", NOW);
        String key = in(entities -> keys(entities).create(account, "short", Optional.of(NOW.plus(DAY))))
                .secret()
                .text();

        assertThat(accounts.accountOf(key, NOW.plus(DAY).minusMillis(1))).contains(account);
        assertThat(accounts.accountOf(key, NOW.plus(DAY))).isEmpty();
    }

    @Test
    void aKeyThatWouldEndBeforeItBeginsIsRefused() {
        UUID account = accounts.add("emil@example.org", NOW);

        assertThatThrownBy(() -> in(entities -> keys(entities).create(account, "past", Optional.of(NOW))))
                .isInstanceOf(InvalidAccount.class);
    }

    @Test
    void anAccountListsItsOwnKeysAloneNewestFirst() {
        UUID account = accounts.add("fay@example.org", NOW);
        accounts.key("fay@example.org", NOW);
        accounts.key("fay@example.org", NOW.plusSeconds(1));
        accounts.add("other.fay@example.org", NOW);
        accounts.key("other.fay@example.org", NOW);

        List<ApiKey> keys = in(entities -> new ApiKeys(entities).of(account));
        assertThat(keys).extracting(ApiKey::createdAt).containsExactly(NOW.plusSeconds(1), NOW);
    }

    @Test
    void onlyTheOwnerRevokesAKeyAndOnlyOnce() {
        UUID owner = accounts.add("gus@example.org", NOW);
        UUID other = accounts.add("other.gus@example.org", NOW);
        String secret = accounts.key("gus@example.org", NOW);
        UUID key = in(entities -> new ApiKeys(entities).of(owner)).get(0).id();

        assertThat(revoke(other, key)).isFalse();
        assertThat(accounts.accountOf(secret)).contains(owner);
        assertThat(revoke(owner, key)).isTrue();
        assertThat(accounts.accountOf(secret)).isEmpty();
        assertThat(revoke(owner, key)).isFalse();
    }

    @Test
    void aSessionIsKnownByItsCookieUntilItIsClosed() {
        SecretToken cookie = session("hal@example.org");

        assertThat(sessionOf(cookie)).isPresent();
        assertThat(sessionOf(SecretToken.random())).isEmpty();
        in(entities -> {
            new Sessions(entities).close(cookie);
            return true;
        });
        assertThat(sessionOf(cookie)).isEmpty();
    }

    @Test
    void theDatabaseHasNothingThatWouldMakeACookie() {
        SecretToken cookie = session("ida@example.org");

        List<?> stored = in(entities ->
                entities.createNativeQuery("select id_hash from login_session").getResultList());
        assertThat(stored).asString().contains(cookie.hash()).doesNotContain(cookie.text());
    }

    @Test
    void aSessionIsUsedOnAndEndsWithoutUse() {
        SecretToken cookie = session("joe@example.org");
        Instant later = NOW.plus(Duration.ofHours(11));
        in(entities -> {
            new Sessions(entities).noteUse(cookie, later);
            return true;
        });

        LoginSession session = sessionOf(cookie).orElseThrow();
        assertThat(session.isOpen(LIFE, later.plus(LIFE.idle()).minusMillis(1))).isTrue();
        assertThat(session.isOpen(LIFE, later.plus(LIFE.idle()))).isFalse();
    }

    @Test
    void aNewPasswordEndsAllSessionsAndItsLinkWorksOnce() {
        SecretToken cookie = session("kim@example.org");
        SecretToken link = in(entities -> new MailedLinks(entities).forPassword("KIM@example.org", NOW))
                .orElseThrow();
        SecretToken spare = in(entities -> new MailedLinks(entities).forPassword("kim@example.org", NOW))
                .orElseThrow();

        assertThat(choosePassword(link)).isTrue();
        assertThat(accounts.find("kim@example.org").orElseThrow().passwordHash())
                .isEqualTo("new");
        assertThat(sessionOf(cookie)).isEmpty();
        assertThat(choosePassword(link)).isFalse();
        assertThat(choosePassword(spare)).isFalse();
    }

    @Test
    void nobodyGetsALinkForAnAccountThatIsNotThere() {
        Optional<SecretToken> link = in(entities -> new MailedLinks(entities).forPassword("nobody@example.org", NOW));

        assertThat(link).isEmpty();
    }

    @Test
    void aNewAddressCountsWhenItsLinkIsFollowed() {
        UUID account = accounts.add("lea@example.org", NOW);
        SecretToken link =
                in(entities -> new MailedLinks(entities).forAddress(account, new EmailAddress("lea@example.com"), NOW));

        assertThat(accounts.find("lea@example.com")).isEmpty();
        assertThat(choosePassword(link)).isFalse();
        Optional<Account> followed = in(entities -> new MailedLinks(entities).followForAddress(link, NOW));
        assertThat(followed).isPresent();
        assertThat(accounts.find("lea@example.com").orElseThrow().id()).isEqualTo(account);
        assertThat(accounts.find("lea@example.org")).isEmpty();
    }

    @Test
    void anAddressThatSomebodyElseGotFirstIsTaken() {
        UUID account = accounts.add("max@example.org", NOW);
        SecretToken link =
                in(entities -> new MailedLinks(entities).forAddress(account, new EmailAddress("max@example.com"), NOW));
        accounts.add("max@example.com", NOW);

        assertThatThrownBy(() -> in(entities -> new MailedLinks(entities).followForAddress(link, NOW)))
                .isInstanceOf(EmailTaken.class);
    }

    @Test
    void attemptsAreCountedInWindows() {
        Throttle throttle = throttle(NOW);
        throttle.count("test", "nina", 2, DAY);
        throttle.count("test", "nina", 2, DAY);

        assertThatThrownBy(() -> throttle(NOW.plusSeconds(60)).count("test", "nina", 2, DAY))
                .isInstanceOfSatisfying(TooManyAttempts.class, refusal -> assertThat(refusal.retryAfter())
                        .isEqualTo(DAY.minusSeconds(60)));
        throttle.count("test", "other nina", 2, DAY);
        throttle(NOW.plus(DAY)).count("test", "nina", 1, DAY);
        assertThatThrownBy(() -> throttle(NOW.plus(DAY)).count("test", "nina", 1, DAY))
                .isInstanceOf(TooManyAttempts.class);
    }

    @Test
    void whatIsForgottenIsCountedFromTheStart() {
        throttle(NOW).count("test", "olga", 1, DAY);
        throttle(NOW).forget("test", "olga");

        throttle(NOW).count("test", "olga", 1, DAY);
    }

    @Test
    void parallelAttemptsAreCountedExactly() throws InterruptedException {
        int tries = 24;
        int limit = 5;
        ExecutorService threads = Executors.newFixedThreadPool(8);
        Callable<Boolean> attempt = () -> {
            try {
                throttle(NOW).count("test", "parallel", limit, DAY);
                return true;
            } catch (TooManyAttempts e) {
                return false;
            }
        };
        List<Future<Boolean>> results = threads.invokeAll(
                IntStream.range(0, tries).mapToObj(i -> attempt).toList());
        threads.shutdown();

        assertThat(results.stream().filter(AccountsContract::get)).hasSize(limit);
    }

    @Test
    void aReplacedWebhookSecretSignsForAnotherDay() {
        UUID account = accounts.add("pia@example.org", NOW);
        String first = in(entities -> secrets(entities, NOW).replace(account));
        String second = in(entities -> secrets(entities, NOW.plusSeconds(1)).replace(account));

        assertThat(first).matches("whsec_[0-9A-Za-z+/]{43}=").isNotEqualTo(second);
        assertThat(signing(account, NOW.plus(DAY))).containsExactly(second, first);
        assertThat(signing(account, NOW.plus(DAY).plusSeconds(1))).containsExactly(second);
    }

    @Test
    void theDatabaseHasNoReadableWebhookSecret() {
        UUID account = accounts.add("quin@example.org", NOW);
        String secret = in(entities -> secrets(entities, NOW).replace(account));

        List<?> stored = in(entities ->
                entities.createNativeQuery("select sealed from webhook_secret").getResultList());
        assertThat(stored).isNotEmpty().asString().doesNotContain(secret.substring("whsec_".length()));
    }

    @Test
    void theLastAdministratorStaysOne() {
        UUID only = in(entities -> {
            Account root = new Account("root@example.org", "Root", Role.ADMIN, Plan.PAID, "hash", NOW);
            new Accounts(entities).add(root);
            return root.id();
        });
        UUID user = accounts.add("rosa@example.org", NOW);

        assertThatThrownBy(() -> appoint(only, Role.USER)).isInstanceOf(LastAdministrator.class);
        assertThatThrownBy(() -> in(entities -> {
                    new ClosingAccounts(entities).shutOut(only, NOW);
                    return true;
                }))
                .isInstanceOf(LastAdministrator.class);
        appoint(user, Role.ADMIN);
        assertThat(appoint(only, Role.USER).orElseThrow().tier()).isEqualTo(Tier.PAID);
        assertThat(appoint(UUID.randomUUID(), Role.USER)).isEmpty();
    }

    @Test
    void whoLeavesCanDoNothingAnyMoreAndIsThenGone() {
        SecretToken cookie = session("uma@example.org");
        String key = accounts.key("uma@example.org", NOW);
        UUID account = accounts.find("uma@example.org").orElseThrow().id();
        in(entities -> secrets(entities, NOW).replace(account));

        in(entities -> {
            new ClosingAccounts(entities).shutOut(account, NOW);
            return true;
        });
        assertThat(accounts.accountOf(key)).isEmpty();
        assertThat(sessionOf(cookie)).isEmpty();
        assertThat(accounts.find("uma@example.org")).isPresent();

        in(entities -> {
            new ClosingAccounts(entities).remove(account);
            return true;
        });
        assertThat(accounts.find("uma@example.org")).isEmpty();
        assertThat(signing(account, NOW)).isEmpty();
        List<ApiKey> keys = in(entities -> new ApiKeys(entities).of(account));
        assertThat(keys).isEmpty();
    }

    @Test
    void retentionIsKeptAndCanBeLeftToTheOperatorAgain() {
        UUID account = accounts.add("vic@example.org", NOW);

        assertThat(retention(account, Optional.of(30))).contains(30);
        assertThat(retention(account, Optional.empty())).isEmpty();
        assertThatThrownBy(() -> new ChangeAccount.Retention(Optional.of(0))).isInstanceOf(InvalidAccount.class);
    }

    private Optional<Integer> retention(UUID account, Optional<Integer> days) {
        in(entities -> {
            new Accounts(entities).existing(account).keepTranscriptsFor(new ChangeAccount.Retention(days).days());
            return true;
        });
        return in(entities -> new Accounts(entities).existing(account)).retentionDays();
    }

    @Test
    void preferencesAndNamesAreKept() {
        UUID account = accounts.add("sam@example.org", NOW);
        in(entities -> {
            Account sam = new Accounts(entities).existing(account);
            assertThat(sam.emailPreferences()).isEqualTo(EmailPreferences.DEFAULT);
            sam.rename("Sam \ud83c\udf89");
            sam.prefer(new EmailPreferences(true, false, true));
            return true;
        });

        Account kept = accounts.find("sam@example.org").orElseThrow();
        assertThat(kept.name()).isEqualTo("Sam \ud83c\udf89");
        assertThat(kept.emailPreferences()).isEqualTo(new EmailPreferences(true, false, true));
    }

    @Test
    void whatHasEndedIsSweptAway() {
        signUp("tom@example.org", SecretToken.random());
        SecretToken ended = session("tom.ended@example.org");
        UUID tina = accounts.add("tina@example.org", NOW);
        in(entities -> new MailedLinks(entities).forPassword("tina@example.org", NOW));
        in(entities -> secrets(entities, NOW).replace(tina));
        in(entities -> secrets(entities, NOW).replace(tina));
        throttle(NOW).count("test", "tina", 1, DAY);

        in(entities -> {
            Sweep.run(entities, LIFE, NOW.plus(DAY.multipliedBy(9)));
            return true;
        });

        assertThat(sessionOf(ended)).isEmpty();
        assertThat(signing(tina, NOW)).hasSize(1);
        for (String table : List.of("sign_up", "mailed_link", "attempts", "login_session")) {
            Object left = in(entities ->
                    entities.createNativeQuery("select count(*) from " + table).getSingleResult());
            assertThat(left).as(table).hasToString("0");
        }
    }

    private <T> T in(Function<EntityManager, T> work) {
        return database.inTransaction(work);
    }

    private static Clock at(Instant now) {
        return Clock.fixed(now, ZoneOffset.UTC);
    }

    private static CreateKey keys(EntityManager entities) {
        return new CreateKey(new Accounts(entities), new ApiKeys(entities), at(NOW));
    }

    private static WebhookSecrets secrets(EntityManager entities, Instant now) {
        return new WebhookSecrets(entities, new Seal(new byte[32]), at(now));
    }

    private List<String> signing(UUID account, Instant now) {
        return in(entities -> secrets(entities, now).signingSecrets(account));
    }

    private SignUp.SignedUp signUp(String email, SecretToken link) {
        SignUp.SignedUp applies =
                new SignUp.SignedUp(UUID.randomUUID(), email, "Somebody", NOW, ApiKeys.unused(), true);
        return in(entities -> {
            new SignUps(entities).add(new PendingSignUp(applies, "hash", link, NOW.plus(DAY)));
            return applies;
        });
    }

    private Optional<UUID> follow(SecretToken link, Instant now) {
        return in(entities -> new SignUps(entities).follow(link, now).map(Account::id));
    }

    private boolean revoke(UUID account, UUID key) {
        return in(entities -> new ApiKeys(entities).revoke(account, key, NOW));
    }

    private SecretToken session(String email) {
        accounts.add(email, NOW);
        return in(entities -> new Sessions(entities)
                .open(new Accounts(entities).withEmail(email).orElseThrow(), NOW));
    }

    private Optional<LoginSession> sessionOf(SecretToken cookie) {
        return in(entities -> new Sessions(entities).of(cookie));
    }

    private boolean choosePassword(SecretToken link) {
        return in(entities ->
                new MailedLinks(entities).followForPassword(link, "new", NOW).isPresent());
    }

    private Optional<Account> appoint(UUID account, Role role) {
        return in(entities ->
                new AdministerAccounts(new Accounts(entities)).change(account, Optional.empty(), Optional.of(role)));
    }

    private Throttle throttle(Instant now) {
        return new Throttle(new AttemptsByCall(database), at(now));
    }

    private static boolean get(Future<Boolean> result) {
        try {
            return result.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
