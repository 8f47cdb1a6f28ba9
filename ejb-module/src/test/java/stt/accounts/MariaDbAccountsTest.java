package stt.accounts;

import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import stt.database.MariaDbServer;

@Tag("mariadb")
class MariaDbAccountsTest extends AccountsContract {

    @Override
    DataSource empty() {
        return MariaDbServer.emptyDatabase();
    }
}
