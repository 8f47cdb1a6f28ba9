package stt.blackbox;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stt.blackbox.SqlAccounts.Made;

/** Also: jobs survive the node that works on them. */
@Tag("mariadb")
class MariaDbJobsIT extends JobsContract {

    private final Path folder;
    private final MariaDbUnderTest mariaDb;

    MariaDbJobsIT(@TempDir Path folder) throws IOException, InterruptedException {
        this.folder = folder;
        this.mariaDb = MariaDbUnderTest.start(folder);
    }

    @AfterAll
    void stopDatabase() {
        mariaDb.close();
    }

    @Test
    void anotherNodeFinishesWhatAKilledOneWorkedOn() throws Exception {
        Made paid = paid();
        List<String> ids = processingAndQueued(paid);
        ServerUnderTest first = server();
        ServerUnderTest second = started("second");

        first.kill();
        goOnWith(second);

        assertDone(paid, ids);
    }

    @Override
    Map<String, String> database() {
        return Map.of(
                "STT_DATABASE_CLASS", "com.mysql.cj.jdbc.MysqlXADataSource",
                "STT_DATABASE_URL", mariaDb.url(),
                "STT_DATABASE_USER", "root");
    }

    @Override
    SqlAccounts accounts() {
        return new SqlAccounts(mariaDb.url(), "root");
    }

    @Override
    Path folder() {
        return folder;
    }
}
