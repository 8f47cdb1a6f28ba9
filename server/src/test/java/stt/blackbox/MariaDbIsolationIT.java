package stt.blackbox;

import org.junit.jupiter.api.Tag;

@Tag("mariadb")
class MariaDbIsolationIT extends IsolationContract {

    MariaDbIsolationIT() {
        super(ContractServer.mariaDb());
    }
}
