package stt.blackbox;

class H2LibraryIT extends LibraryContract {

    H2LibraryIT() {
        super(ContractServer.h2());
    }
}
