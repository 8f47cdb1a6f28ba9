package stt.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ApiKeyTest {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    private final KeySecret secret = KeySecret.random(new SecureRandom());
    private final Account account = new Account(" Ada@Example.org ", "Ada", Role.USER, Plan.PAID, "hash", NOW);
    private final ApiKey key = new ApiKey(account, "laptop", secret, NOW);

    @Test
    void admitsItsOwnSecretAlone() {
        assertThat(key.admits(secret, NOW)).isTrue();
        assertThat(key.admits(KeySecret.random(new SecureRandom()), NOW)).isFalse();
    }

    @Test
    void admitsNothingOnceRevoked() {
        key.revoke(NOW);

        assertThat(key.admits(secret, NOW)).isFalse();
    }

    @Test
    void keepsNothingThatWouldLetAnyoneUseIt() {
        assertThat(key.prefix()).isEqualTo(secret.text().substring(0, 10));
    }

    @Test
    void theFirstUseIsNews() {
        assertThat(key.useIsNews(NOW)).isTrue();
    }

    @Test
    void anAddressIsKeptInLowerCase() {
        assertThat(account.email()).isEqualTo("ada@example.org");
    }

    @Test
    void anAdministratorHasATierOfItsOwnWhateverThePlan() {
        Account administrator = new Account("root@example.org", "Root", Role.ADMIN, Plan.FREE, "hash", NOW);

        assertThat(Caller.of(administrator).tier()).isEqualTo(Tier.ADMINISTRATOR);
        assertThat(Caller.of(account).tier()).isEqualTo(Tier.PAID);
    }
}
