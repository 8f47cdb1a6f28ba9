package stt.transcripts;

import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import stt.database.MariaDbServer;

@Tag("mariadb")
class MariaDbLibraryTest extends LibraryContract {

    @Override
    DataSource empty() {
        return MariaDbServer.emptyDatabase();
    }
}
