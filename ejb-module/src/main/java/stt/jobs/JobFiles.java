package stt.jobs;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The recordings of jobs, in a folder that all nodes share. Thread-safe. */
@ApplicationScoped
public class JobFiles {

    private static final String PART = ".part";

    @Inject
    @ConfigProperty(name = "stt.jobs.dir")
    private String configured;

    @SuppressWarnings("NullAway.Init") // as the container calls open() before anything else
    private Path folder;

    /** For the container. */
    public JobFiles() {}

    JobFiles(Path folder) {
        this.folder = folder;
    }

    @PostConstruct
    void open() {
        folder = Path.of(configured);
    }

    /**
     * Takes {@code upload} away from where it lies; it is on the disk when this returns.
     *
     * @return its name here
     * @throws NoStorage when there is no place for it; then nothing of it is here
     */
    UUID keep(Path upload) {
        UUID name = UUID.randomUUID();
        Path part = folder.resolve(name + PART);
        try {
            Files.createDirectories(folder);
            Files.move(upload, part); // copied where the folder is on another disk
            try (FileChannel file = FileChannel.open(part, StandardOpenOption.WRITE)) {
                file.force(true);
            }
            Files.move(part, path(name), StandardCopyOption.ATOMIC_MOVE);
            return name;
        } catch (IOException e) {
            deleted(part);
            throw new NoStorage(e);
        }
    }

    /** Where the recording of this name lies. */
    Path path(UUID name) {
        return folder.resolve(name.toString());
    }

    /** Removes the recording of this name, if it is there. */
    void remove(UUID name) {
        deleted(path(name));
    }

    /**
     * Removes what no job needs.
     *
     * @param needed names of files
     * @param before what is younger stays: it may belong to a job that is being queued
     * @return how many files that were
     */
    int sweep(Set<String> needed, Instant before) {
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return (int)
                    files.filter(file -> !needed.contains(file.getFileName().toString()))
                            .filter(file -> isOlder(file, before))
                            .filter(JobFiles::deleted)
                            .count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isOlder(Path file, Instant time) {
        try {
            return Files.isRegularFile(file) && Files.getLastModifiedTime(file).compareTo(FileTime.from(time)) < 0;
        } catch (NoSuchFileException somebodyElseWasFaster) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean deleted(Path file) {
        try {
            return Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
