package stt.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the server runs from: the runnable jar, unpacked into a folder of the data folder.
 *
 * <pre>
 * run/CONTENT/launcher.jar          class path of the server's virtual machine, by its manifest
 * run/CONTENT/runtime/              Payara's modules
 * run/CONTENT/application/stt/      the application, its modules expanded
 * run/CONTENT/classes-JVM.jsa       class data archive, one per Java build
 * run/CONTENT/lib/install/          the adapters behind data sources, where Payara looks for them
 * run/CONTENT/config/, generated/   Payara's own working files, written anew at every start
 * </pre>
 */
record RunFolder(Path path) {

    private static final long ROOM_NEEDED = 500L << 20;
    private static final List<String> WORKING_FILES =
            List.of("config", "generated", "applications", "autodeploy", "docroot", "logs", "session-store");

    /**
     * The unpacked content of the jar, unpacked now if it was not. What other jars left behind is removed. The caller
     * holds the data folder's lock, or starts no server.
     *
     * @throws Refused if the folder cannot be written
     */
    static RunFolder of(RunnableJar jar, Path dataDirectory) {
        Path parent = dataDirectory.resolve("run");
        try {
            RunFolder folder = new RunFolder(parent.resolve(jar.contentName()));
            if (!Files.exists(folder.launcherJar())) {
                folder.unpack(jar);
            }
            return folder;
        } catch (IOException | UncheckedIOException e) {
            throw cannotWrite(parent, e);
        }
    }

    /** The jar whose manifest names the class path of the server. */
    Path launcherJar() {
        return path.resolve(LauncherJar.NAME);
    }

    /** The application; the folder bears the application's name, as Payara wants it. */
    Path application() {
        return path.resolve("application").resolve("stt");
    }

    /** The class path of the models command: the resource adapter's jars and a JSON provider. */
    List<Path> modelsClassPath() {
        return List.of(
                application().resolve("inference-connector_rar").resolve("*"),
                application().resolve("lib").resolve("*"),
                path.resolve("runtime").resolve("jakarta.json.jar"));
    }

    /** The class path of the back-up command: the application's EJBs and libraries, H2 and a JSON provider. */
    List<Path> backupClassPath() {
        return List.of(
                application().resolve("ejb-module_jar"),
                application().resolve("lib").resolve("*"),
                path.resolve("runtime").resolve("h2.jar"),
                path.resolve("runtime").resolve("jakarta.json.jar"));
    }

    /** The logging configuration of the back-up command. */
    Path backupLogging() {
        return application().resolve("ejb-module_jar/stt/backup/cli/logging.properties");
    }

    /** Removes Payara's working files of the last start: a server starts from its configuration, not from what was before. */
    void reset() {
        try {
            for (String leftover : WORKING_FILES) {
                delete(path.resolve(leftover));
            }
        } catch (IOException | UncheckedIOException e) {
            throw cannotWrite(path, e);
        }
    }

    /** Removes what earlier versions of the jar have left beside this folder. Only for the holder of the data folder's lock. */
    void removeOthers() {
        try (Stream<Path> others = Files.list(path.resolveSibling(""))) {
            for (Path other : others.filter(folder -> !folder.equals(path)).toList()) {
                delete(other);
            }
        } catch (IOException | UncheckedIOException e) {
            throw cannotWrite(path, e);
        }
    }

    private void unpack(RunnableJar jar) throws IOException {
        Path parent = Files.createDirectories(path.resolveSibling(""));
        Path unfinished = Files.createTempDirectory(parent, "unfinished");
        try {
            Unpacking.of(jar).into(unfinished);
        } catch (IOException | UncheckedIOException e) {
            delete(unfinished); // On a full disk, what is left would be in the way of the next try.
            throw e;
        }
        try {
            Files.move(unfinished, path, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException | DirectoryNotEmptyException e) {
            delete(unfinished); // Another process was faster, with the same content.
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> contents = Files.walk(folder)) {
            for (Path file : contents.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static Refused cannotWrite(Path folder, Exception cause) {
        long room = Disk.usableBytes(folder);
        if (room < ROOM_NEEDED) {
            return new Refused(
                    "The disk of %s is full: %d MB are free, the server needs %d MB."
                            .formatted(folder, room >> 20, ROOM_NEEDED >> 20),
                    cause);
        }
        return new Refused("The folder %s cannot be written: %s.".formatted(folder, cause.getMessage()), cause);
    }
}
