package stt.blackbox;

class H2CreditsIT extends CreditsContract {

    H2CreditsIT() {
        super(ContractServer.h2());
    }
}
