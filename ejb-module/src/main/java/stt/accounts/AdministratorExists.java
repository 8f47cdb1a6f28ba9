package stt.accounts;

import jakarta.ejb.ApplicationException;

/** The first administrator can be made only once. */
@ApplicationException(rollback = true)
public final class AdministratorExists extends RuntimeException {

    public AdministratorExists() {
        super("There is an administrator already");
    }
}
