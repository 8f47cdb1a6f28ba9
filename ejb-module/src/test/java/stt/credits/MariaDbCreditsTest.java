package stt.credits;

import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import stt.database.MariaDbServer;

@Tag("mariadb")
class MariaDbCreditsTest extends CreditsContract {

    @Override
    DataSource empty() {
        return MariaDbServer.emptyDatabase();
    }
}
