package stt.database;

import com.fasterxml.jackson.databind.type.TypeFactory;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.output.MigrateResult;

/**
 * Brings the schema up to date when the application starts, before any other bean may use it. Several nodes may start at
 * once: Flyway's lock lets one of them migrate. A migration that fails stops the deployment.
 */
@Singleton
@Startup
@DependsOn("Recovery") // rows of transactions in doubt are locked
@TransactionManagement(TransactionManagementType.BEAN) // DDL has no place in a JTA transaction
public class Migrate {

    private static final System.Logger LOG = System.getLogger(Migrate.class.getName());

    @Resource(lookup = "java:app/jdbc/main")
    private DataSource database;

    @PostConstruct
    void atStart() {
        MigrateResult result = toNewest(database);
        LOG.log(
                Level.INFO,
                "Schema version {0} ({1} migrations applied now)",
                result.targetSchemaVersion == null ? result.initialSchemaVersion : result.targetSchemaVersion,
                result.migrationsExecuted);
    }

    /**
     * Takes the archive out of what would keep it in memory: the JDK's list of drivers, which data sources do not need, and the
     * types that Jackson remembers, which is the server's and has seen Flyway's classes.
     */
    @PreDestroy
    void forget() {
        TypeFactory.defaultInstance().clearCache();
        Drivers.forget(Flyway.class);
    }

    /** Applies what is missing from {@code db/migration}, and {@code db/vendor} for this database, on the class path. */
    static MigrateResult toNewest(DataSource database) {
        return migrations(database).load().migrate();
    }

    static FluentConfiguration migrations(DataSource database) {
        return Flyway.configure(Migrate.class.getClassLoader())
                .dataSource(database)
                .locations("classpath:db/migration", "classpath:db/vendor/" + vendor(database))
                .javaMigrations(new IndexTranscripts())
                .failOnMissingLocations(true);
    }

    /** The folder of what the database says in its own way. MariaDB and MySQL share theirs. */
    private static String vendor(DataSource database) {
        try (Connection connection = database.getConnection()) {
            return connection.getMetaData().getDatabaseProductName().equals("H2") ? "h2" : "mysql";
        } catch (SQLException e) {
            throw new IllegalStateException("the database cannot be reached", e);
        }
    }
}
