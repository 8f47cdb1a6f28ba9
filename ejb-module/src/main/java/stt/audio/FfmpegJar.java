package stt.audio;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;

/** The jar that carries FFmpeg for this platform. Close it. */
final class FfmpegJar implements AutoCloseable {

    private static final String POM = "META-INF/maven/org.bytedeco/ffmpeg/pom.properties";

    /** A file to unpack; {@code size} in bytes. */
    record Entry(String name, long size, long crc) {}

    private final JarFile jar;
    private final String folder;

    private FfmpegJar(JarFile jar, String folder) {
        this.jar = jar;
        this.folder = folder;
    }

    static FfmpegJar onClassPath() throws IOException {
        String folder = "org/bytedeco/ffmpeg/" + platform() + "/";
        URL program = FfmpegJar.class.getClassLoader().getResource(folder + "ffmpeg");
        if (program == null) {
            throw new IOException("there is no FFmpeg for " + platform() + " on the class path");
        }
        return new FfmpegJar(new JarFile(file(program)), folder);
    }

    /** By the address: application servers hand out their class loader's own open jar, which is not ours to close. */
    private static File file(URL inJar) throws IOException {
        String address = inJar.toString();
        int end = address.indexOf("!/");
        if (!address.startsWith("jar:file:") || end < 0) {
            throw new IOException("FFmpeg must come from a jar file, found it at " + address);
        }
        return new File(URI.create(address.substring("jar:".length(), end)));
    }

    private static String platform() {
        String processor =
                switch (System.getProperty("os.arch")) {
                    case "amd64", "x86_64" -> "x86_64";
                    case "aarch64" -> "arm64";
                    default -> System.getProperty("os.arch");
                };
        return System.getProperty("os.name").toLowerCase(Locale.ROOT) + "-" + processor;
    }

    /** Of the artifact, with the platform: {@code 8.1.2-1.5.14-linux-x86_64}. */
    String version() throws IOException {
        Properties properties = new Properties();
        try (InputStream in = jar.getInputStream(jar.getEntry(POM))) {
            properties.load(in);
        }
        return properties.getProperty("version") + "-" + platform();
    }

    /** The program and the libraries it needs; not ffprobe, not the bindings for Java. */
    List<Entry> entries() {
        return jar.stream()
                .filter(entry -> !entry.isDirectory() && entry.getName().startsWith(folder))
                .map(entry -> new Entry(name(entry), entry.getSize(), entry.getCrc()))
                .filter(entry -> entry.name().equals("ffmpeg")
                        || (entry.name().startsWith("lib") && !entry.name().startsWith("libjni")))
                .toList();
    }

    InputStream open(Entry entry) throws IOException {
        return jar.getInputStream(jar.getEntry(folder + entry.name()));
    }

    private String name(ZipEntry entry) {
        return entry.getName().substring(folder.length());
    }

    @Override
    public void close() throws IOException {
        jar.close();
    }
}
