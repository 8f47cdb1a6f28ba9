package stt.blackbox;

import org.junit.jupiter.api.Tag;

@Tag("mariadb")
class MariaDbLibraryIT extends LibraryContract {

    MariaDbLibraryIT() {
        super(ContractServer.mariaDb());
    }
}
