package stt.blackbox;

class H2KeysIT extends KeysContract {

    H2KeysIT() {
        super(ContractServer.h2());
    }
}
