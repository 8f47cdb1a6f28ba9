package stt.blackbox;

class H2SessionsIT extends SessionsContract {

    H2SessionsIT() {
        super(ContractServer.h2());
    }
}
