package stt.blackbox;

class H2AccountIT extends AccountContract {

    H2AccountIT() {
        super(ContractServer.h2());
    }
}
