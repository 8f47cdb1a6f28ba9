package stt.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The channel by which this machine's operator administers the running server: {@code POST /local/...}, from loopback only,
 * with the token that lies in the data folder. Who may read the data folder may use it. Secrets in answers are for the
 * terminal.
 */
final class LocalAdmin {

    private static final int TOKEN_BYTES = 32;
    private static final int TIMEOUT_MILLIS = 30_000;

    /** Between two pieces of a back-up. */
    private static final int BACKUP_TIMEOUT_MILLIS = 600_000;

    private final URI server;
    private final Path tokenFile;

    LocalAdmin(URI server, Path dataDirectory) {
        this.server = server;
        this.tokenFile = tokenFile(dataDirectory);
    }

    /** Where the token of the running server lies. */
    static Path tokenFile(Path dataDirectory) {
        return dataDirectory.resolve("local-admin.token");
    }

    /** Writes a new token that only this user can read; the one of an earlier server is void from then on. */
    static void newToken(Path dataDirectory) throws IOException {
        byte[] token = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(token);
        Path file = tokenFile(dataDirectory);
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, Base64.getUrlEncoder().withoutPadding().encodeToString(token));
    }

    /** The first administrator of a new server; empty where there is one already. */
    Optional<Answer> firstAdministrator() throws IOException {
        Answer answer = post("administrators/first", "");
        return answer.status() == HttpURLConnection.HTTP_CONFLICT ? Optional.empty() : Optional.of(answer.orRefused());
    }

    /** A new API key of the administrator's account. */
    Answer newKey() throws IOException {
        return post("keys", "{}").orRefused();
    }

    /** A new password of the administrator. */
    Answer newPassword() throws IOException {
        return post("administrators/reset-password", "").orRefused();
    }

    /** The credits of an account after it was granted some more. */
    Answer grant(String email, String credits) throws IOException {
        return post("credits", "{\"email\":\"%s\",\"credits\":\"%s\"}".formatted(quoted(email), quoted(credits)))
                .orRefused();
    }

    /**
     * Writes a back-up of the running server into {@code file}, which is there already.
     *
     * @throws IOException when the server does not answer, or the answer breaks off
     */
    void backup(Path file) throws IOException {
        HttpURLConnection connection = open("backup", "", BACKUP_TIMEOUT_MILLIS);
        if (connection.getResponseCode() != HttpURLConnection.HTTP_OK) {
            throw new IOException("it answered HTTP " + connection.getResponseCode());
        }
        try (InputStream content = connection.getInputStream();
                OutputStream out = Files.newOutputStream(file)) {
            content.transferTo(out);
        }
    }

    /** As it stands within the quotes of a JSON string (RFC 8259, section 7). */
    private static String quoted(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"").replaceAll("\\p{Cntrl}", " ");
    }

    private Answer post(String path, String body) throws IOException {
        HttpURLConnection connection = open(path, body, TIMEOUT_MILLIS);
        int status = connection.getResponseCode();
        InputStream content = status < 400 ? connection.getInputStream() : connection.getErrorStream();
        return new Answer(status, content == null ? "" : new String(content.readAllBytes(), StandardCharsets.UTF_8));
    }

    private HttpURLConnection open(String path, String body, int timeoutMillis) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) server.resolve("/local/" + path).toURL().openConnection();
        connection.setRequestMethod("POST");
        connection.setConnectTimeout(TIMEOUT_MILLIS);
        connection.setReadTimeout(timeoutMillis);
        connection.setRequestProperty(
                "Authorization", "Bearer " + Files.readString(tokenFile).strip());
        connection.setRequestProperty("Content-Type", "application/json");
        connection.setDoOutput(true);
        connection.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
        return connection;
    }

    /** An answer: a flat JSON object whose strings hold no escapes. */
    record Answer(int status, String json) {

        private static final Pattern FIELD = Pattern.compile("\"(\\w+)\"\\s*:\\s*\"([^\"\\\\]*)\"");

        /** The value of a field. */
        String field(String name) {
            Matcher matcher = FIELD.matcher(json);
            while (matcher.find()) {
                if (matcher.group(1).equals(name)) {
                    return matcher.group(2);
                }
            }
            throw new Refused("The server answered without \"%s\".".formatted(name));
        }

        private Answer orRefused() {
            if (status >= 400) {
                throw new Refused("The server refused (HTTP %d): %s".formatted(status, field("error")));
            }
            return this;
        }
    }
}
