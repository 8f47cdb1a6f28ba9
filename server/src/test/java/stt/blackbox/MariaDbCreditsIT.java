package stt.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import stt.blackbox.SqlAccounts.Made;

/** Also: two nodes on one database are one service. */
@Tag("mariadb")
class MariaDbCreditsIT extends CreditsContract {

    private final ContractServer server = ContractServer.mariaDb();

    MariaDbCreditsIT() {
        super(ContractServer.mariaDb());
    }

    @Test
    void twoNodesShareKeysAndQuotas() throws Exception {
        Made free = server.accounts().make("FREE");
        try (ServerUnderTest second = server.secondNode()) {
            Api first = Api.of(server.base(), free.key());
            Api other = Api.of(second.base(), free.key());
            int served = 0;
            HttpResponse<String> answer = first.transcribe(speech());
            for (; answer.statusCode() == 200; answer = (served % 2 == 0 ? first : other).transcribe(speech())) {
                served++;
            }

            assertThat(served).isEqualTo(5); // of 11 s each, of a minute
            Api.assertError(first.transcribe(speech()), 429);
            Api.assertError(other.transcribe(speech()), 429);
            assertThatAKeyRevokedOnOneNodeIsRefusedByBoth(first, other);
        }
    }

    private static void assertThatAKeyRevokedOnOneNodeIsRefusedByBoth(Api first, Api other) {
        String id = Api.json(first.get("/api/v1/keys/"))
                .getJsonArray("results")
                .getJsonObject(0)
                .getString("id");
        assertThat(other.get("/api/v1/keys/").statusCode()).isEqualTo(200);

        assertThat(first.send("DELETE", "/api/v1/keys/" + id + "/", "").statusCode())
                .isEqualTo(204);

        Api.assertError(other.get("/api/v1/keys/"), 401);
        Api.assertError(first.get("/api/v1/keys/"), 401);
    }
}
