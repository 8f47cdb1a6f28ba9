package stt.blackbox;

class H2AdministrationIT extends AdministrationContract {

    H2AdministrationIT() {
        super(ContractServer.h2());
    }
}
