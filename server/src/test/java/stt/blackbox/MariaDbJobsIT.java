package stt.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stt.blackbox.SqlAccounts.Made;

/** Also: jobs survive the node that works on them, and two nodes are one service. */
@Tag("mariadb")
class MariaDbJobsIT extends JobsContract {

    private final Path folder;
    private final MariaDbUnderTest mariaDb;
    private Optional<ServerUnderTest> other = Optional.empty();

    MariaDbJobsIT(@TempDir Path folder) throws IOException, InterruptedException {
        this.folder = folder;
        this.mariaDb = MariaDbUnderTest.start(folder);
    }

    @AfterAll
    void stopTheOthers() {
        other.ifPresent(ServerUnderTest::close);
        mariaDb.close();
    }

    @Test
    void anotherNodeFinishesWhatAKilledOneWorkedOn() throws Exception {
        Made paid = paid();
        List<String> ids = processingAndQueued(paid);
        ServerUnderTest survivor = otherNode();

        server().kill();
        goOnWith(survivor);
        other = Optional.empty();

        assertDone(paid, ids);
    }

    @Test
    void whatRunsOnOneNodeCountsOnTheOther() throws Exception {
        ServerUnderTest second = otherNode();
        Made free = accounts().make("FREE");
        List<String> ids = List.of(queueLong(free), queueLong(free)); // as many as may run at once
        for (String id : ids) {
            awaitStatus(free, id, "processing");
        }

        HttpResponse<String> here = Api.of(server().base(), free.key()).transcribe(speech());
        HttpResponse<String> there = Api.of(second.base(), free.key()).transcribe(speech());

        Api.assertError(here, 429);
        Api.assertError(there, 429);
        for (String id : ids) {
            assertThat(remove(free, id)).isEqualTo(204);
        }
        assertNothingIsLeft(free);
    }

    @Test
    void aKeyThatOneNodeMadeWorksOnTheOther() throws Exception {
        Api there = Api.of(otherNode().base(), paid().key());

        String key = Api.json(there.send("POST", "/api/v1/keys/", "{\"name\": \"new\"}"))
                .getString("key");

        assertThat(Api.of(server().base(), key).get("/api/v1/keys/").statusCode())
                .isEqualTo(200);
    }

    private ServerUnderTest otherNode() throws IOException {
        if (other.isEmpty()) {
            other = Optional.of(started(server().base().getPort() + "-beside"));
        }
        return other.get();
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
