package stt.blackbox;

class H2IsolationIT extends IsolationContract {

    H2IsolationIT() {
        super(ContractServer.h2());
    }
}
