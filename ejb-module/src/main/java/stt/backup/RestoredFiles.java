package stt.backup;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import stt.backup.Manifest.StoredFile;

/** Files from a back-up: all of them are on disk, near their places, before the first takes its own. */
final class RestoredFiles implements AutoCloseable {

    private final DataFiles files;
    private final Path waitingKey;

    private RestoredFiles(DataFiles files) {
        this.files = files;
        Path key = files.keyFile().toAbsolutePath();
        this.waitingKey = key.resolveSibling(key.getFileName() + DataFiles.WAITING);
    }

    /**
     * Writes the files of {@code backup} near their places.
     *
     * @throws UnusableBackup when one of them has no place here
     * @throws IOException when they cannot be written
     */
    static RestoredFiles of(StoredBackup backup, DataFiles files) throws IOException {
        RestoredFiles restored = new RestoredFiles(files);
        restored.close(); // what an interrupted restore has left
        try {
            for (StoredFile file : backup.manifest().files()) {
                try (InputStream content = backup.open(file)) {
                    write(content, restored.waitingPlace(file.name()));
                }
            }
            return restored;
        } catch (IOException | RuntimeException e) {
            restored.close();
            throw e;
        }
    }

    /** Puts the files in their places. What was in the folders before belongs to rows that are gone. */
    void takePlace() throws IOException {
        if (Files.exists(waitingKey)) {
            Files.move(waitingKey, files.keyFile(), StandardCopyOption.REPLACE_EXISTING);
        }
        for (Path folder : files.folders().values()) {
            Path waiting = folder.resolve(DataFiles.WAITING);
            for (Path before : children(folder)) {
                if (!before.equals(waiting)) {
                    delete(before);
                }
            }
            for (Path file : children(waiting)) {
                Files.move(file, folder.resolve(file.getFileName()));
            }
        }
    }

    private Path waitingPlace(String name) {
        if (name.equals(DataFiles.KEY)) {
            return waitingKey;
        }
        int slash = name.indexOf('/');
        Path folder = slash < 0 ? null : files.folders().get(name.substring(0, slash));
        if (folder != null) {
            Path waiting = folder.resolve(DataFiles.WAITING);
            Path file = waiting.resolve(name.substring(slash + 1)).normalize();
            if (file.startsWith(waiting) && !file.equals(waiting)) {
                return file;
            }
        }
        throw new UnusableBackup("The back-up has a file that belongs nowhere: " + name + ".");
    }

    private static void write(InputStream content, Path file) throws IOException {
        Files.createDirectories(file.resolveSibling(""));
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (FileOutputStream out = new FileOutputStream(file.toFile())) {
            content.transferTo(out);
            out.getFD().sync(); // the rows that need it must not be there before it
        }
    }

    private static List<Path> children(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(folder)) {
            return children.toList();
        }
    }

    private static void delete(Path tree) throws IOException {
        if (Files.exists(tree)) {
            try (Stream<Path> all = Files.walk(tree)) {
                for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(one);
                }
            }
        }
    }

    /** Removes what has not taken its place. */
    @Override
    public void close() throws IOException {
        delete(waitingKey);
        for (Path folder : files.folders().values()) {
            delete(folder.resolve(DataFiles.WAITING));
        }
    }
}
