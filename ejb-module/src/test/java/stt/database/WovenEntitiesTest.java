package stt.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.eclipse.persistence.internal.weaving.PersistenceWeaved;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import stt.accounts.Account;
import stt.accounts.ApiKey;
import stt.accounts.LoginSession;
import stt.accounts.MailedLink;
import stt.accounts.PendingSignUp;
import stt.accounts.WebhookSecret;
import stt.cloud.CloudInstance;
import stt.transcripts.StoredSegment;
import stt.transcripts.StoredTranscript;

class WovenEntitiesTest {

    @ParameterizedTest
    @ValueSource(
            classes = {
                Account.class,
                ApiKey.class,
                LoginSession.class,
                MailedLink.class,
                PendingSignUp.class,
                WebhookSecret.class,
                CloudInstance.class,
                StoredTranscript.class,
                StoredSegment.class
            })
    void everyEntityIsWovenByTheBuild(Class<?> entity) {
        assertThat(PersistenceWeaved.class).isAssignableFrom(entity);
    }
}
