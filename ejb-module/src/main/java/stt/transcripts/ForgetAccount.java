package stt.transcripts;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.UUID;
import stt.accounts.AccountCloses;

/**
 * Removes the transcripts of an account that closes, each in a transaction of its own: there may be more than one transaction
 * can take.
 */
@ApplicationScoped
public class ForgetAccount {

    private static final int AT_ONCE = 100;

    @EJB
    private Library library;

    @EJB
    private RemoveTranscript remove;

    void on(@Observes AccountCloses closes) {
        UUID account = closes.account();
        for (List<TranscriptSummary> some = some(account); !some.isEmpty(); some = some(account)) {
            some.forEach(transcript -> removeIfThere(account, transcript.id()));
        }
    }

    private List<TranscriptSummary> some(UUID account) {
        return library.list(account, TranscriptFilter.ALL, 0, AT_ONCE).transcripts();
    }

    private void removeIfThere(UUID account, UUID transcript) {
        try {
            remove.run(account, transcript);
        } catch (NoSuchTranscript removedMeanwhile) {
            return; // by its own request, which was under way
        }
    }
}
