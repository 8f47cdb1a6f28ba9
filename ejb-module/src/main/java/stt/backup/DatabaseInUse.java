package stt.backup;

/** A restore would replace accounts that are there, and was not told that it may. Nothing was changed. */
public final class DatabaseInUse extends RuntimeException {

    DatabaseInUse(long accounts) {
        super("The database is not empty: it has %d account%s.".formatted(accounts, accounts == 1 ? "" : "s"));
    }
}
