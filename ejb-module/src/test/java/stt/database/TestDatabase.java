package stt.database;

import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/** A migrated database with the application's entities, outside the container. */
public final class TestDatabase implements AutoCloseable {

    private static final Pattern CLASS = Pattern.compile("<class>([^<]+)</class>");

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

    /** Loads every row that an entity stands for, and returns how many there were. */
    public int readEveryEntity() {
        return inTransaction(manager -> entityClasses().stream()
                .mapToInt(entity -> manager.createQuery("select e from " + entity.getSimpleName() + " e", entity)
                        .getResultList()
                        .size())
                .sum());
    }

    /** The entities of the application, as its own descriptor names them. */
    public static List<Class<?>> entityClasses() {
        try (InputStream descriptor = TestDatabase.class.getResourceAsStream("/META-INF/persistence.xml")) {
            String xml = new String(descriptor.readAllBytes(), StandardCharsets.UTF_8);
            List<Class<?>> classes = new ArrayList<>();
            for (Matcher name = CLASS.matcher(xml); name.find(); ) {
                Class<?> type = Class.forName(name.group(1));
                if (type.isAnnotationPresent(Entity.class)) {
                    classes.add(type);
                }
            }
            return classes;
        } catch (IOException | ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        entities.close();
    }
}
