package stt.engine.natives;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * The native files of a library, unpacked once for all deployments in this process. Each deployment loads them by names of its
 * own, hard links to the same files: the JDK takes a name for one class loader only, while the system's loader looks at the
 * file behind it and maps that once. So a deployment that a container keeps in memory costs no second copy. For Linux, whose
 * loader is known to do so.
 *
 * @param lookup the system property that tells the library's Java side where its files are, so that it unpacks none itself
 * @param unpacked the system property that names the folder with the unpacked files to later deployments, which share no
 *     class with this one
 * @param files resources of the archive, by the names that the library wants
 */
public record SharedLibrary(String lookup, String unpacked, Map<String, String> files) {

    public SharedLibrary {
        files = Map.copyOf(files);
    }

    /**
     * Runs {@code loading} so that the library's Java side loads the shared files, unless the system property says already
     * where they are.
     *
     * @return the folder with this deployment's links, which may be deleted as soon as they are loaded; empty when the
     *     library had to find its files itself
     */
    public Optional<Path> during(Runnable loading) throws IOException {
        Properties process = System.getProperties(); // the one lock and store that all deployments see
        synchronized (process) {
            if (process.containsKey(lookup)) {
                loading.run();
                return Optional.empty();
            }
            Path links = link(process);
            process.setProperty(lookup, links.toString());
            try {
                loading.run();
            } finally {
                process.remove(lookup);
            }
            return Optional.of(links);
        }
    }

    private Path link(Properties process) throws IOException {
        Path links = Files.createTempDirectory("stt-natives");
        for (Map.Entry<String, String> file : files.entrySet()) {
            unpack(file.getValue(), links.resolve(file.getKey()));
        }
        String earlier = process.getProperty(unpacked);
        if (earlier != null && sameFiles(Path.of(earlier), links)) {
            for (String file : files.keySet()) {
                Files.delete(links.resolve(file));
                Files.createLink(links.resolve(file), Path.of(earlier).resolve(file));
            }
        } else {
            process.setProperty(unpacked, keep(links).toString());
        }
        return links;
    }

    private static void unpack(String resource, Path target) throws IOException {
        try (InputStream in = SharedLibrary.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IOException("the archive has no " + resource);
            }
            Files.copy(in, target);
        }
    }

    /** A folder for later deployments, with links to the same files. */
    private Path keep(Path links) throws IOException {
        Path folder = Files.createTempDirectory("stt-natives");
        folder.toFile().deleteOnExit();
        for (String file : files.keySet()) {
            Files.createLink(folder.resolve(file), links.resolve(file)).toFile().deleteOnExit();
        }
        return folder;
    }

    /** Another version of the application may bring another version of the library. */
    private boolean sameFiles(Path one, Path other) throws IOException {
        for (String file : files.keySet()) {
            if (!Files.exists(one.resolve(file)) || Files.mismatch(one.resolve(file), other.resolve(file)) != -1) {
                return false;
            }
        }
        return true;
    }

    /** Deletes a folder of links. */
    public static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
