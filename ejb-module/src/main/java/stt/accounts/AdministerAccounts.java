package stt.accounts;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What administrators decide about accounts. */
@Stateless
public class AdministerAccounts {

    @EJB
    private Accounts accounts;

    /** For the container. */
    public AdministerAccounts() {}

    AdministerAccounts(Accounts accounts) {
        this.accounts = accounts;
    }

    /**
     * The account with another plan or role; what is empty stays. Empty when there is no such account.
     *
     * @throws LastAdministrator when nobody would be one any more
     */
    public Optional<Account> change(UUID id, Optional<Plan> plan, Optional<Role> role) {
        List<Account> administrators = role.isPresent() ? accounts.lockedAdministrators() : List.of();
        Optional<Account> account = accounts.withId(id);
        account.ifPresent(found -> {
            if (role.isPresent() && role.get() != Role.ADMIN && administrators.equals(List.of(found))) {
                throw new LastAdministrator();
            }
            plan.ifPresent(found::subscribe);
            role.ifPresent(found::appoint);
        });
        return account;
    }
}
