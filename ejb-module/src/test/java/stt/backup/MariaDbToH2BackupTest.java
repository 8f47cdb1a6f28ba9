package stt.backup;

import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import stt.database.MariaDbServer;

@Tag("mariadb")
class MariaDbToH2BackupTest extends BackupContract {

    @Override
    DataSource from() {
        return MariaDbServer.emptyDatabase();
    }

    @Override
    DataSource to() {
        return H2File.in(folder);
    }
}
