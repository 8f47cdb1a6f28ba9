package stt.accounts;

import jakarta.ejb.ApplicationException;

/** Something was asked for the administrator, and there is none yet. */
@ApplicationException(rollback = true)
public final class NoAdministrator extends RuntimeException {

    public NoAdministrator() {
        super("There is no administrator yet");
    }
}
