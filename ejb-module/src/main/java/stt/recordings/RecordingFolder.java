package stt.recordings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Recordings on disk: {@code FOLDER/0a/0a1b2c3d-...}, the first two characters in a folder of their own, so that no folder gets
 * too full. Thread-safe.
 */
final class RecordingFolder {

    private static final int NAME_LENGTH = 36; // of a UUID
    private static final int PART_LENGTH = 2;

    private final Path folder;

    RecordingFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * Puts {@code file} there too, as the recording of {@code transcript}; it stays where it is.
     *
     * @return its size in bytes
     * @throws RecordingNotKept when there is no place for it; nothing is left then
     */
    long place(Path file, UUID transcript, Instant now) {
        Path place = place(transcript);
        try {
            Files.createDirectories(place.getParent());
            linkOrCopy(file, place);
            Files.setLastModifiedTime(place, FileTime.from(now)); // the sweep asks how old it is
            try (FileChannel written = FileChannel.open(place, StandardOpenOption.WRITE)) {
                written.force(true); // the row that promises it will survive a power cut
                return written.size();
            }
        } catch (IOException e) {
            remove(transcript);
            throw new RecordingNotKept(e);
        }
    }

    /** The file of {@code transcript}'s recording. */
    Optional<Path> find(UUID transcript) {
        return Optional.of(place(transcript)).filter(Files::isRegularFile);
    }

    /** Removes it; when there is none, nothing happens. */
    void remove(UUID transcript) {
        try {
            Files.deleteIfExists(place(transcript));
        } catch (IOException e) {
            throw new UncheckedIOException("a recording cannot be removed", e);
        }
    }

    /** Transcripts whose recordings lie here since before {@code time}. */
    List<UUID> placedBefore(Instant time) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<UUID> old = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder, 2)) {
            for (Path file : files.filter(RecordingFolder::isRecording).toList()) {
                if (isOlder(file, time)) {
                    old.add(UUID.fromString(file.getFileName().toString()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the folder of recordings cannot be read", e);
        }
        return old;
    }

    private static boolean isOlder(Path file, Instant time) throws IOException {
        try {
            return Files.getLastModifiedTime(file).toInstant().isBefore(time);
        } catch (NoSuchFileException removedMeanwhile) {
            return false;
        }
    }

    /** Whatever else lies there is not ours. */
    private static boolean isRecording(Path file) {
        String name = file.getFileName().toString();
        return name.length() == NAME_LENGTH
                && name.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
                && Files.isRegularFile(file);
    }

    private static void linkOrCopy(Path file, Path place) throws IOException {
        try {
            Files.createLink(place, file);
        } catch (UnsupportedOperationException | FileSystemException acrossFileSystems) {
            Files.copy(file, place);
        }
    }

    private Path place(UUID transcript) {
        String name = transcript.toString();
        return folder.resolve(name.substring(0, PART_LENGTH)).resolve(name);
    }
}
