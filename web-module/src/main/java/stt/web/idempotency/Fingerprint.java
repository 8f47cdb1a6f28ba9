package stt.web.idempotency;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/** What is asked, as SHA-256: two requests with the same fingerprint are the same request. */
public final class Fingerprint {

    private Fingerprint() {}

    /** Of a form with a file. */
    public static String of(String path, Map<String, String> fields, String fileName, Path file) {
        MessageDigest digest = sha256();
        add(digest, path);
        new TreeMap<>(fields).forEach((name, value) -> {
            add(digest, name);
            add(digest, value);
        });
        add(digest, fileName);
        try (InputStream content = new DigestInputStream(Files.newInputStream(file), digest)) {
            content.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Of a text body. */
    public static String of(String path, String body) {
        MessageDigest digest = sha256();
        add(digest, path);
        add(digest, body);
        return HexFormat.of().formatHex(digest.digest());
    }

    /** With its length before it: "ab", "c" is not "a", "bc". */
    private static void add(MessageDigest digest, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
