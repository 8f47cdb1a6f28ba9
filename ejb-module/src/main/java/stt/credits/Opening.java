package stt.credits;

import jakarta.ejb.EJBException;
import jakarta.persistence.PersistenceException;

/** Makes a row that must be there. */
final class Opening {

    private Opening() {}

    /** Runs {@code insertion}, and once more when it fails: somebody else may have made the same row at that moment. */
    static void of(Runnable insertion) {
        try {
            insertion.run();
        } catch (EJBException | PersistenceException maybeDuplicate) {
            insertion.run();
        }
    }
}
