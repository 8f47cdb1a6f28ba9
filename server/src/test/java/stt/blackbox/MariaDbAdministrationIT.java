package stt.blackbox;

import org.junit.jupiter.api.Tag;

@Tag("mariadb")
class MariaDbAdministrationIT extends AdministrationContract {

    MariaDbAdministrationIT() {
        super(ContractServer.mariaDb());
    }
}
