package stt.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static stt.blackbox.Api.JFK;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Uploads that are too large, malformed or abandoned, byte by byte; whatever happens, no spool file stays. */
class UploadsIT {

    private static final long MEGABYTE = 1_000_000;
    private static final int WAV_HEADER = 44;
    private static final int POOL_SIZE = 2;

    private final Api api = SharedServer.api();

    @AfterEach
    void leavesNoSpoolFile() throws IOException {
        // The client may have its answer a moment before the file is deleted; another answer comes after that.
        assertThat(api.get("/v1/models").statusCode()).isEqualTo(200);
        assertThat(spooled()).isEmpty();
    }

    @Test
    void refusesAnUploadByItsAnnouncedLengthBeforeItIsSent() throws IOException {
        try (Socket socket = connect()) {
            socket.getOutputStream()
                    .write(head("Content-Length: " + 200 * MEGABYTE).getBytes(StandardCharsets.US_ASCII));

            List<String> answer = answerHead(socket);

            assertThat(answer.get(0)).contains(" 413 ");
            assertThat(answer).anyMatch(line -> line.equalsIgnoreCase("Connection: close"));
        }
    }

    @Test
    void refusesAnUploadThatGrowsBeyondTheLimit() throws IOException {
        try (Socket socket = connect()) {
            OutputStream out = socket.getOutputStream();
            out.write(head("Transfer-Encoding: chunked").getBytes(StandardCharsets.US_ASCII));
            chunk(
                    out,
                    "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.wav\"\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            byte[] megabyte = new byte[(int) MEGABYTE];
            try {
                for (int i = 0; i < 110; i++) {
                    chunk(out, megabyte);
                }
            } catch (IOException refused) {
                assertThat(refused).hasMessageMatching("(?i).*(pipe|reset|abort).*");
            }

            assertThat(answerHead(socket).get(0)).contains(" 413 ");
        }
    }

    @Test
    void answersAClientThatWaitsForTheGoAhead() throws IOException {
        HttpResponse<String> answer = api.send(api.request("/v1/transcribe")
                .expectContinue(true)
                .header("Content-Type", Multipart.contentType())
                .POST(new Multipart()
                        .file("notes.txt", "no recording".getBytes(StandardCharsets.US_ASCII))
                        .body()));

        Api.assertError(answer, 400);
    }

    @Test
    @Tag("models")
    void stopsTheWorkForClientsThatGoAway() throws IOException {
        byte[] hours = repeated(JFK, 400);
        for (int i = 0; i < POOL_SIZE; i++) {
            try (Socket socket = connect()) {
                byte[] start = ("--x\r\nContent-Disposition: form-data; name=\"model\"\r\n\r\nbase\r\n"
                                + "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.wav\"\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII);
                byte[] end = "\r\n--x--\r\n".getBytes(StandardCharsets.US_ASCII);
                OutputStream out = socket.getOutputStream();
                out.write(head("Authorization: Bearer " + SharedServer.key() + "\r\nContent-Length: "
                                + (start.length + hours.length + end.length))
                        .getBytes(StandardCharsets.US_ASCII));
                out.write(start);
                out.write(hours);
                out.write(end);
            }
        }

        // Both sessions would be busy for minutes; this waits for one of them no longer than the pool allows.
        assertThat(api.transcribe(new Multipart().file(JFK)).statusCode()).isEqualTo(200);
    }

    private Socket connect() throws IOException {
        URI base = api.base();
        return new Socket(base.getHost(), base.getPort());
    }

    private static String head(String header) {
        return "POST /v1/transcribe HTTP/1.1\r\nHost: localhost\r\nContent-Type: multipart/form-data; boundary=x\r\n"
                + header + "\r\n\r\n";
    }

    private static void chunk(OutputStream out, byte[] content) throws IOException {
        out.write((Integer.toHexString(content.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.write(content);
        out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
    }

    private static List<String> answerHead(Socket socket) throws IOException {
        BufferedReader reader =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
        return Stream.generate(() -> line(reader))
                .takeWhile(line -> !line.isEmpty())
                .toList();
    }

    private static String line(BufferedReader reader) {
        try {
            String line = reader.readLine();
            return line == null ? "" : line;
        } catch (IOException e) {
            return "";
        }
    }

    private static List<Path> spooled() throws IOException {
        Path spool = SharedServer.dataDirectory().resolve("spool");
        if (!Files.exists(spool)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(spool)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.endsWith("lock")) // The folder's own, held while the server runs.
                    .toList();
        }
    }

    /** A recording said {@code times} times over, as one WAV file. */
    private static byte[] repeated(Path wav, int times) throws IOException {
        byte[] file = Files.readAllBytes(wav);
        int dataAt = indexOfData(file);
        int length = file.length - dataAt;
        ByteBuffer result = ByteBuffer.allocate(WAV_HEADER + length * times).order(ByteOrder.LITTLE_ENDIAN);
        result.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(WAV_HEADER - 8 + length * times);
        result.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
        result.putShort((short) 1).putShort((short) 1).putInt(16_000).putInt(32_000);
        result.putShort((short) 2).putShort((short) 16);
        result.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(length * times);
        for (int i = 0; i < times; i++) {
            result.put(file, dataAt, length);
        }
        return result.array();
    }

    private static int indexOfData(byte[] file) {
        for (int i = 12; i < file.length - 8; i++) {
            if (file[i] == 'd' && file[i + 1] == 'a' && file[i + 2] == 't' && file[i + 3] == 'a') {
                return i + 8;
            }
        }
        throw new IllegalArgumentException("no data chunk");
    }
}
