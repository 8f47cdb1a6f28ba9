package stt.retention;

import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import stt.database.MariaDbServer;

@Tag("mariadb")
class MariaDbRetentionTest extends RetentionContract {

    @Override
    DataSource empty() {
        return MariaDbServer.emptyDatabase();
    }
}
