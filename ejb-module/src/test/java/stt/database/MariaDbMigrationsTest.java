package stt.database;

import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;

@Tag("mariadb")
class MariaDbMigrationsTest extends MigrationsContract {

    @Override
    DataSource empty() {
        return MariaDbServer.emptyDatabase();
    }
}
