package stt.database;

import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;

@Tag("mariadb")
class MariaDbDatabaseTest extends DatabaseContract {

    @Override
    DataSource empty() {
        return MariaDbServer.emptyDatabase();
    }
}
