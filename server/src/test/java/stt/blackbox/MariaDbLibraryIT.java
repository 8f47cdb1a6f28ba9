package stt.blackbox;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

@Tag("mariadb")
class MariaDbLibraryIT extends LibraryContract {

    private final Path folder;
    private final MariaDbUnderTest mariaDb;

    MariaDbLibraryIT(@TempDir Path folder) throws IOException, InterruptedException {
        this.folder = folder;
        this.mariaDb = MariaDbUnderTest.start(folder);
    }

    @AfterAll
    void stopDatabase() {
        mariaDb.close();
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
    Path data() {
        return folder.resolve("data");
    }
}
