package stt.blackbox;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** {@code POST /v1/transcribe}, written to its socket byte by byte, by a client that may stop anywhere. */
final class RawUpload implements AutoCloseable {

    private static final byte[] START = ascii(
            """
            --x\r
            Content-Disposition: form-data; name="model"\r
            \r
            base\r
            --x\r
            Content-Disposition: form-data; name="file"; filename="a.wav"\r
            \r
            """);
    private static final byte[] END = ascii("\r\n--x--\r\n");

    private final Socket socket;
    private final BufferedReader reader;

    RawUpload(URI base) throws IOException {
        socket = new Socket(base.getHost(), base.getPort());
        reader = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
    }

    /** The request's head, with further header lines. */
    RawUpload head(String... headers) throws IOException {
        return bytes(ascii("POST /v1/transcribe HTTP/1.1\r\nHost: localhost\r\n"
                + "Content-Type: multipart/form-data; boundary=x\r\n"
                + String.join("\r\n", headers)
                + "\r\n\r\n"));
    }

    /** Head and form with a file, whole. */
    RawUpload whole(byte[] file, String... headers) throws IOException {
        return unfinished(file, headers).bytes(END);
    }

    /** Head and form with a file, but for the form's end, which the head has announced. */
    RawUpload unfinished(byte[] file, String... headers) throws IOException {
        String[] all =
                Stream.concat(Stream.of(length(file)), Stream.of(headers)).toArray(String[]::new);
        return head(all).bytes(START).bytes(file);
    }

    RawUpload bytes(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        return this;
    }

    /** One chunk of a chunked body (RFC 9112, section 7.1); an empty one is the last. */
    RawUpload chunk(byte[] content) throws IOException {
        return bytes(ascii(Integer.toHexString(content.length) + "\r\n"))
                .bytes(content)
                .bytes(ascii("\r\n"));
    }

    /** The form as one piece, its end included. */
    static byte[] form(byte[] file) {
        byte[] form = java.util.Arrays.copyOf(START, START.length + file.length + END.length);
        System.arraycopy(file, 0, form, START.length, file.length);
        System.arraycopy(END, 0, form, START.length + file.length, END.length);
        return form;
    }

    /** The next answer's status line and headers; empty when the connection has ended. */
    List<String> answerHead() {
        return Stream.generate(this::line).takeWhile(line -> !line.isEmpty()).toList();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private String line() {
        try {
            String line = reader.readLine();
            return line == null ? "" : line;
        } catch (IOException e) {
            return "";
        }
    }

    private static String length(byte[] file) {
        return "Content-Length: " + (START.length + file.length + END.length);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
