package stt.database;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Ends what dead processes left in doubt, before anything else uses the database, and then again and again. */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class Recovery {

    private static final System.Logger LOG = System.getLogger(Recovery.class.getName());
    private static final long EVERY_SECONDS = 10;

    @Resource(lookup = "java:app/jdbc/main")
    private DataSource database;

    @Resource
    private ManagedScheduledExecutorService executor;

    private @Nullable Future<?> rounds;

    @PostConstruct
    void atStart() {
        try (Connection connection = database.getConnection()) {
            commit(connection);
            if (InDoubt.isShared(connection)) {
                rounds = executor.scheduleWithFixedDelay(this::round, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("transactions in doubt cannot be looked for", e);
        }
    }

    @PreDestroy
    void stop() {
        if (rounds != null) {
            rounds.cancel(false);
        }
    }

    /** A round that fails must not be the last: the next may work. */
    private void round() {
        try (Connection connection = database.getConnection()) {
            commit(connection);
        } catch (SQLException | RuntimeException e) {
            LOG.log(Level.WARNING, "Transactions in doubt could not be looked for", e);
        }
    }

    private static void commit(Connection connection) throws SQLException {
        int committed = InDoubt.commit(connection);
        if (committed > 0) {
            LOG.log(Level.INFO, "Committed {0} transactions that a process had prepared before it died", committed);
        }
    }
}
