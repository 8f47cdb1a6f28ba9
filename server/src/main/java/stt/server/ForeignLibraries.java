package stt.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/**
 * The jars in the application that hold no class of the platform. Payara parses every class of every jar that it deploys,
 * in search of annotations; in these there is nothing to find.
 */
final class ForeignLibraries {

    private ForeignLibraries() {}

    /**
     * Makes Payara's scanner pass over them. It takes the jar {@code lib/a.jar} for expanded, and so does not open it, where
     * the application's folder holds a folder {@code lib__a_jar}.
     */
    static void hideFromScanner(Path application) throws IOException {
        for (Path jar : jars(application)) {
            if (!holdsClassesOfThePlatform(jar)) {
                String entry = application.relativize(jar).toString();
                Files.createDirectories(
                        application.resolve(entry.replace("/", "__").replace(".jar", "_jar")));
            }
        }
    }

    private static List<Path> jars(Path application) throws IOException {
        try (Stream<Path> files = Files.walk(application)) {
            return files.filter(file -> file.toString().endsWith(".jar")).toList();
        }
    }

    private static boolean holdsClassesOfThePlatform(Path jar) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            return zip.stream().anyMatch(entry -> entry.getName().startsWith("stt/"));
        }
    }
}
