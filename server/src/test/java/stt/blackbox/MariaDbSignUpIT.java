package stt.blackbox;

import org.junit.jupiter.api.Tag;

@Tag("mariadb")
class MariaDbSignUpIT extends SignUpContract {

    MariaDbSignUpIT() {
        super(ContractServer.mariaDb());
    }
}
