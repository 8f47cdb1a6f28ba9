package stt.schedule;

import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import stt.database.MariaDbServer;

@Tag("mariadb")
class MariaDbScheduleTest extends ScheduleContract {

    @Override
    DataSource empty() {
        return MariaDbServer.emptyDatabase();
    }
}
