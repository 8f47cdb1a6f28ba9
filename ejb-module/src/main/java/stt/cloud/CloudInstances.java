package stt.cloud;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import stt.accounts.Accounts;

/** The private instances in the database. */
@Stateless
public class CloudInstances {

    @PersistenceContext
    private EntityManager entities;

    @EJB
    private Accounts accounts;

    private Clock clock = Clock.systemUTC();

    /** For the container. */
    public CloudInstances() {}

    @Inject
    void tellTheTime(Clock injected) {
        clock = injected;
    }

    CloudInstances(EntityManager entities, Accounts accounts, Clock clock) {
        this.entities = entities;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** Registers an instance of {@code account}. Empty when there is no such account. */
    public Optional<CloudInstance> add(UUID account, Registration registration) {
        return accounts.withId(account).map(owner -> {
            CloudInstance instance = new CloudInstance(owner, registration, clock.instant());
            entities.persist(instance);
            return instance;
        });
    }

    /** The instance with this id, whosever it is. */
    public Optional<CloudInstance> withId(UUID id) {
        return Optional.ofNullable(entities.find(CloudInstance.class, id.toString()));
    }

    /** Changes what is written down about an instance. Empty when there is none. */
    public Optional<CloudInstance> change(UUID id, Registration registration) {
        Optional<CloudInstance> instance = withId(id);
        instance.ifPresent(found -> found.change(registration, clock.instant()));
        return instance;
    }

    /** Forgets an instance. False when there is none. */
    public boolean remove(UUID id) {
        return entities.createQuery("delete from CloudInstance i where i.id = :id")
                        .setParameter("id", id.toString())
                        .executeUpdate()
                == 1;
    }

    /** The instances of {@code account}, by name. */
    public List<CloudInstance> of(UUID account) {
        return entities.createQuery(
                        "select i from CloudInstance i where i.account.id = :account order by i.name, i.id",
                        CloudInstance.class)
                .setParameter("account", account.toString())
                .getResultList();
    }

    /** All instances, with their accounts, by the accounts' addresses. */
    public List<CloudInstance> all() {
        return entities.createQuery(
                        "select i from CloudInstance i join fetch i.account a order by a.email, i.name, i.id",
                        CloudInstance.class)
                .getResultList();
    }

    /** Instances that are due for a check, which is now the business of who asked: for {@code every}, nobody else gets them. */
    public List<CloudInstance> claimDue(Duration every) {
        Instant now = clock.instant();
        List<CloudInstance> claimed = new ArrayList<>();
        for (CloudInstance due : due(now)) {
            int changed = entities.createQuery("update CloudInstance i set i.nextCheckAt = :next"
                            + " where i.id = :id and i.nextCheckAt <= :now")
                    .setParameter("next", now.plus(every))
                    .setParameter("id", due.id().toString())
                    .setParameter("now", now)
                    .executeUpdate();
            if (changed == 1) {
                claimed.add(due);
            }
        }
        return claimed;
    }

    /** Writes down what a check has found, unless the instance has been removed meanwhile. */
    public void checked(UUID id, Probe.Finding finding) {
        withId(id).ifPresent(instance -> instance.checked(finding, clock.instant()));
    }

    private List<CloudInstance> due(Instant now) {
        return entities.createQuery(
                        "select i from CloudInstance i where i.nextCheckAt <= :now order by i.nextCheckAt, i.id",
                        CloudInstance.class)
                .setParameter("now", now)
                .getResultList();
    }
}
