package stt.blackbox;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stt.blackbox.SqlAccounts.Made;

/** Also: jobs survive the server. */
class H2JobsIT extends JobsContract {

    private final Path folder;

    H2JobsIT(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void whatWasQueuedOrUnderWayWhenTheServerWasKilledIsDoneAfterItsStart() throws Exception {
        Made paid = paid();
        List<String> ids = processingAndQueued(paid);

        server().kill();
        goOnWith(started("first"));

        assertDone(paid, ids);
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
    Path folder() {
        return folder;
    }

    /** As by default, but other processes may look in. */
    private String url() {
        return "jdbc:h2:file:" + folder.resolve("database/stt") + ";WRITE_DELAY=0;AUTO_SERVER=TRUE";
    }
}
