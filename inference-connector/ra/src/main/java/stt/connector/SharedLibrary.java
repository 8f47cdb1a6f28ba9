package stt.connector;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import stt.engine.onnx.CudaRuntime;

/**
 * ONNX Runtime's native files, unpacked once for all deployments in this process. Each deployment loads them by names of its
 * own, hard links to the same files: the JDK takes a name for one class loader only, while the system's loader looks at the
 * file behind it and maps that once. So a deployment that a container keeps in memory costs no second copy. Linux only,
 * whose loader is known to do so, and only where CUDA cannot be used: its further files are looked up beside the first name.
 */
final class SharedLibrary {

    private static final List<String> FILES = List.of("libonnxruntime.so", "libonnxruntime4j_jni.so");

    /** A build for CUDA looks for it at once, and unpacks it for itself unless it is beside the others. */
    private static final String OF_CUDA_BUILDS = "libonnxruntime_providers_shared.so";

    /** Where ONNX Runtime's Java side looks for its native files before it unpacks them itself. */
    private static final String LOOKUP = "onnxruntime.native.path";

    /** Names the folder with the unpacked files to later deployments, which share no class with this one. */
    private static final String UNPACKED = "stt.onnxruntime.unpacked";

    private SharedLibrary() {}

    /**
     * Runs {@code loading} so that ONNX Runtime loads the shared files.
     *
     * @return the folder with this deployment's links, which may be deleted as soon as they are loaded; empty when ONNX
     *     Runtime had to find its files itself
     */
    static Optional<Path> during(Runnable loading) throws IOException {
        Properties process = System.getProperties(); // the one lock and store that all deployments see
        synchronized (process) {
            String resources = resources();
            if (resources.isEmpty() || process.containsKey(LOOKUP)) {
                loading.run();
                return Optional.empty();
            }
            Path links = Files.createTempDirectory("stt-onnxruntime");
            for (String file : FILES) {
                unpack(resources + file, links.resolve(file));
            }
            if (SharedLibrary.class.getResource(resources + OF_CUDA_BUILDS) != null) {
                unpack(resources + OF_CUDA_BUILDS, links.resolve(OF_CUDA_BUILDS));
            }
            share(links, process);
            process.setProperty(LOOKUP, links.toString());
            try {
                loading.run();
            } finally {
                process.remove(LOOKUP);
            }
            return Optional.of(links);
        }
    }

    /** The folder in the archive for this machine, or an empty text where files cannot be shared. */
    private static String resources() {
        String architecture =
                switch (System.getProperty("os.arch", "")) {
                    case "amd64", "x86_64" -> "x64";
                    case "aarch64" -> "aarch64";
                    default -> "unknown";
                };
        String folder = "/ai/onnxruntime/native/linux-" + architecture + '/';
        boolean linux = System.getProperty("os.name", "").startsWith("Linux");
        boolean cuda = CudaRuntime.isBuiltIn() && CudaRuntime.isDriverLikely();
        return linux && !cuda && SharedLibrary.class.getResource(folder + FILES.get(0)) != null ? folder : "";
    }

    private static void unpack(String resource, Path target) throws IOException {
        try (InputStream in = SharedLibrary.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IOException("the archive has no " + resource);
            }
            Files.copy(in, target);
        }
    }

    /** Replaces the files in {@code links} by links to those of earlier deployments, or keeps them for later ones. */
    private static void share(Path links, Properties process) throws IOException {
        String earlier = process.getProperty(UNPACKED);
        if (earlier == null || !sameFiles(Path.of(earlier), links)) {
            Path folder = Files.createTempDirectory("stt-onnxruntime");
            folder.toFile().deleteOnExit();
            for (String file : FILES) {
                Files.createLink(folder.resolve(file), links.resolve(file))
                        .toFile()
                        .deleteOnExit();
            }
            process.setProperty(UNPACKED, folder.toString());
            return;
        }
        for (String file : FILES) {
            Files.delete(links.resolve(file));
            Files.createLink(links.resolve(file), Path.of(earlier).resolve(file));
        }
    }

    /** Another version of the application may bring another version of the library. */
    private static boolean sameFiles(Path one, Path other) throws IOException {
        for (String file : FILES) {
            if (!Files.exists(one.resolve(file)) || Files.mismatch(one.resolve(file), other.resolve(file)) != -1) {
                return false;
            }
        }
        return true;
    }

    /** Deletes a folder of links, or one that ONNX Runtime has made itself. */
    static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
        }
    }
}
