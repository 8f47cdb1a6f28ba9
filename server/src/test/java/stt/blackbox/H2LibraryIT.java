package stt.blackbox;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;

class H2LibraryIT extends LibraryContract {

    private final Path folder;

    H2LibraryIT(@TempDir Path folder) {
        this.folder = folder;
    }

    @Override
    Map<String, String> database() {
        return Map.of("STT_DATABASE_URL", url());
    }

    @Override
    SqlAccounts accounts() {
        return new SqlAccounts(url(), "stt");
    }

    @Override
    Path data() {
        return folder.resolve("data");
    }

    /** As by default, but other processes may look in. */
    private String url() {
        return "jdbc:h2:file:" + folder.resolve("database/stt") + ";WRITE_DELAY=0;AUTO_SERVER=TRUE";
    }
}
