package stt.database;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import java.lang.System.Logger.Level;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.output.MigrateResult;

/**
 * Brings the schema up to date when the application starts, before any other bean may use it. Several nodes may start at
 * once: Flyway's lock lets one of them migrate. A migration that fails stops the deployment.
 */
@Singleton
@Startup
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

    /** Applies what is missing from {@code db/migration} on the class path. */
    static MigrateResult toNewest(DataSource database) {
        return Flyway.configure(Migrate.class.getClassLoader())
                .dataSource(database)
                .locations("classpath:db/migration")
                .failOnMissingLocations(true)
                .load()
                .migrate();
    }
}
