package stt.backup;

import javax.sql.DataSource;

class H2BackupTest extends BackupContract {

    @Override
    DataSource from() {
        return H2File.in(folder);
    }

    @Override
    DataSource to() {
        return H2File.in(folder);
    }
}
