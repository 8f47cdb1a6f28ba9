package stt.models.sources;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Room for files. */
public final class DiskSpace {

    private DiskSpace() {}

    /**
     * Refuses to begin what cannot end well.
     *
     * @param folder an existing folder, where the bytes will go
     * @throws SourceFailed when the disk has less than {@code bytes} left
     */
    public static void require(long bytes, Path folder) throws IOException {
        long free = Files.getFileStore(folder).getUsableSpace();
        if (free < bytes) {
            throw new SourceFailed("it needs " + megabytes(bytes) + " on the disk that holds " + folder + ", and "
                    + megabytes(free) + " are free.");
        }
    }

    /** Says that the disk of a folder has no room left. */
    public static String full(Path folder) {
        return "the disk that holds " + folder + " is full; free some space and try again.";
    }

    /** Whether an operation failed for want of space; Java has no exception of its own for it. */
    public static boolean isFull(IOException e) {
        String message = e.getMessage();
        return message != null && saysFull(message);
    }

    /** Whether a program's output reports a full disk, in the words of the C library. */
    static boolean saysFull(String output) {
        return output.contains("No space left on device") || output.contains("Disk quota exceeded");
    }

    private static String megabytes(long bytes) {
        return (bytes + 999_999) / 1_000_000 + " MB";
    }
}
