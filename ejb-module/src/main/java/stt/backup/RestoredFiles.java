package stt.backup;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.stream.Stream;
import stt.backup.Manifest.StoredFile;

/** Files from a back-up: all of them lie beside their places before the first takes its own. */
final class RestoredFiles implements AutoCloseable {

    private static final String WAITING = ".restoring";

    private final DataFiles files;
    private final Path waitingKey;
    private final Path waitingAudio;

    private RestoredFiles(DataFiles files) {
        this.files = files;
        this.waitingKey = beside(files.keyFile());
        this.waitingAudio = beside(files.audio());
    }

    /**
     * Writes the files of {@code backup} beside their places.
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
                    restored.write(file.name(), content);
                }
            }
            return restored;
        } catch (IOException | RuntimeException e) {
            restored.close();
            throw e;
        }
    }

    private void write(String name, InputStream content) throws IOException {
        Path file = name.equals(DataFiles.KEY)
                ? waitingKey
                : DataFiles.recording(waitingAudio, name)
                        .orElseThrow(
                                () -> new UnusableBackup("The back-up has a file that belongs nowhere: " + name + "."));
        Files.createDirectories(file.resolveSibling(""));
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (FileOutputStream out = new FileOutputStream(file.toFile())) {
            content.transferTo(out);
            out.getFD().sync(); // the rows that need it are on disk when it takes its place
        }
    }

    /** Puts the files in their places. Recordings that were there before belong to rows that are gone. */
    void takePlace() throws IOException {
        if (Files.exists(waitingKey)) {
            Files.move(waitingKey, files.keyFile(), StandardCopyOption.REPLACE_EXISTING);
        }
        delete(files.audio());
        if (Files.exists(waitingAudio)) {
            Files.move(waitingAudio, files.audio());
        }
    }

    private static Path beside(Path place) {
        Path absolute = place.toAbsolutePath();
        return absolute.resolveSibling(absolute.getFileName() + WAITING);
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
        delete(waitingAudio);
    }
}
