package stt.server;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The jar that this program was started from. */
record RunnableJar(Path path) {

    /** The application inside the jar. */
    static final String APPLICATION = "stt.ear";

    private static final int NAME_LENGTH = 16;

    /** The jar that this class was loaded from. */
    static RunnableJar ofThisProgram() {
        try {
            return new RunnableJar(Path.of(RunnableJar.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI()));
        } catch (URISyntaxException e) {
            throw new IllegalStateException("a class file has no usable location", e);
        }
    }

    /** The version that the build wrote into the jar. */
    static String version() {
        return Optional.ofNullable(RunnableJar.class.getPackage().getImplementationVersion())
                .orElse("unpackaged");
    }

    /**
     * A name for what the jar contains: 16 hexadecimal digits of SHA-256 over the names, sizes and CRC-32 check sums in
     * its directory. Jars with the same content have the same name, wherever and whenever they were built.
     *
     * @throws IOException if the jar cannot be read
     */
    String contentName() throws IOException {
        MessageDigest digest = sha256();
        try (ZipFile zip = new ZipFile(path.toFile())) {
            zip.stream()
                    .sorted((a, b) -> a.getName().compareTo(b.getName()))
                    .forEach(entry -> digest.update(line(entry)));
        }
        return HexFormat.of().formatHex(digest.digest()).substring(0, NAME_LENGTH);
    }

    private static byte[] line(ZipEntry entry) {
        return "%s %d %d%n"
                .formatted(entry.getName(), entry.getSize(), entry.getCrc())
                .getBytes(StandardCharsets.UTF_8);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
