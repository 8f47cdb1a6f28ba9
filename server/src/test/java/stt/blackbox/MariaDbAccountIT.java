package stt.blackbox;

import org.junit.jupiter.api.Tag;

@Tag("mariadb")
class MariaDbAccountIT extends AccountContract {

    MariaDbAccountIT() {
        super(ContractServer.mariaDb());
    }
}
