package stt.blackbox;

import org.junit.jupiter.api.Tag;

@Tag("mariadb")
class MariaDbKeysIT extends KeysContract {

    MariaDbKeysIT() {
        super(ContractServer.mariaDb());
    }
}
