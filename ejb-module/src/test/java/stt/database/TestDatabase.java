package stt.database;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.util.Map;
import java.util.function.Function;
import javax.sql.DataSource;

/** A migrated database with the application's entities, outside the container. */
public final class TestDatabase implements AutoCloseable {

    private final DataSource source;
    private final EntityManagerFactory entities;

    public TestDatabase(DataSource source) {
        this.source = source;
        Migrate.toNewest(source);
        entities = Persistence.createEntityManagerFactory(
                "main",
                Map.of(
                        "jakarta.persistence.transactionType",
                        "RESOURCE_LOCAL",
                        "jakarta.persistence.nonJtaDataSource",
                        source));
    }

    public DataSource source() {
        return source;
    }

    /** Runs {@code work} in a transaction with entities of its own. */
    public <T> T inTransaction(Function<EntityManager, T> work) {
        EntityManager manager = entities.createEntityManager();
        try {
            manager.getTransaction().begin();
            T result = work.apply(manager);
            manager.getTransaction().commit();
            return result;
        } finally {
            if (manager.getTransaction().isActive()) {
                manager.getTransaction().rollback();
            }
            manager.close();
        }
    }

    @Override
    public void close() {
        entities.close();
    }
}
