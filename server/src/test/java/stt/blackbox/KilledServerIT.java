package stt.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static stt.blackbox.Api.JFK;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that ends by {@code kill -9} in the middle of its work leaves nothing that the next one does not put right. */
@Tag("models")
class KilledServerIT {

    @TempDir
    Path data;

    @Test
    void leavesNoSpoolFileAfterTheNextStartAndServesAgain() throws Exception {
        int port = ServerUnderTest.freePort();
        String key;
        byte[] twentyMinutes = Wav.repeated(JFK, 110);
        try (ServerUnderTest server = ServerUnderTest.start(data, port, Map.of())) {
            server.awaitLine("Ready: ");
            key = server.awaitLine("  API key ")
                    .substring("  API key ".length())
                    .strip();
            String authorization = "Authorization: Bearer " + key;
            try (RawUpload transcribed = new RawUpload(server.base());
                    RawUpload halfSent = new RawUpload(server.base())) {
                transcribed.whole(twentyMinutes, authorization);
                server.awaitChild("ffmpeg");
                halfSent.unfinished(twentyMinutes, authorization);
                while (SpoolFiles.in(data).size() < 2 || sizeOfSmallest() == 0) {
                    Thread.onSpinWait(); // Both are written to, or were.
                }
                server.kill();
            }
        }
        assertThat(SpoolFiles.in(data)).hasSize(2);

        try (ServerUnderTest next = ServerUnderTest.start(data, port, Map.of())) {
            next.awaitLine("Ready: ");
            assertThat(SpoolFiles.in(data)).isEmpty();
            assertThat(Api.of(next.base(), key)
                            .transcribe(new Multipart().file(JFK))
                            .statusCode())
                    .isEqualTo(200);
            assertThat(next.stop()).isZero();
        }
        // Stopped in order soon after a kill: the file of the database can still be opened.
        DriverManager.getConnection("jdbc:h2:file:" + data.resolve("database/stt"), "stt", "")
                .close();
    }

    private long sizeOfSmallest() throws Exception {
        long smallest = Long.MAX_VALUE;
        for (Path file : SpoolFiles.in(data)) {
            smallest = Math.min(smallest, Files.size(file));
        }
        return smallest;
    }
}
