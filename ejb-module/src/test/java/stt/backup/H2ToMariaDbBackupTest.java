package stt.backup;

import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import stt.database.MariaDbServer;

@Tag("mariadb")
class H2ToMariaDbBackupTest extends BackupContract {

    @Override
    DataSource from() {
        return H2File.in(folder);
    }

    @Override
    DataSource to() {
        return MariaDbServer.emptyDatabase();
    }
}
