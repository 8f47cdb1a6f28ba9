package stt.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stt.blackbox.SqlAccounts.Made;

/** Also: two nodes on one database are one service. */
@Tag("mariadb")
class MariaDbCreditsIT extends CreditsContract {

    private final Path folder;
    private final MariaDbUnderTest mariaDb;

    MariaDbCreditsIT(@TempDir Path folder) throws IOException, InterruptedException {
        this.folder = folder;
        this.mariaDb = MariaDbUnderTest.start(folder);
    }

    @AfterAll
    void stopDatabase() {
        mariaDb.close();
    }

    @Test
    void twoNodesShareKeysAndQuotas() throws Exception {
        Made free = accounts().make("FREE");
        try (ServerUnderTest second =
                ServerUnderTest.start(folder.resolve("second"), ServerUnderTest.freePort(), settings())) {
            second.awaitLine("Stop with");
            Api first = Api.of(base(), free.key());
            Api other = Api.of(second.base(), free.key());
            int served = 0;
            HttpResponse<String> answer = first.transcribe(speech());
            for (; answer.statusCode() == 200; answer = (served % 2 == 0 ? first : other).transcribe(speech())) {
                served++;
            }

            assertThat(served).isEqualTo(5); // of 11 s each, of a minute
            Api.assertError(first.transcribe(speech()), 429);
            Api.assertError(other.transcribe(speech()), 429);
        }
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
