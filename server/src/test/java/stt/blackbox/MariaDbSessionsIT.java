package stt.blackbox;

import org.junit.jupiter.api.Tag;

@Tag("mariadb")
class MariaDbSessionsIT extends SessionsContract {

    MariaDbSessionsIT() {
        super(ContractServer.mariaDb());
    }
}
