package stt.blackbox;

class H2SignUpIT extends SignUpContract {

    H2SignUpIT() {
        super(ContractServer.h2());
    }
}
