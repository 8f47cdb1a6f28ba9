package stt.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What belongs to the database and lies beside it.
 *
 * @param keyFile what webhook secrets are encrypted with; it need not exist yet
 * @param dataFolder with the folder {@code audio}, where recordings are kept
 */
public record DataFiles(Path keyFile, Path dataFolder) {

    static final String KEY = "secrets.key";
    private static final String AUDIO = "audio";

    /** The files that there are now, by their names in a back-up. */
    Map<String, Path> present() throws IOException {
        Map<String, Path> files = new TreeMap<>();
        if (Files.exists(keyFile)) {
            files.put(KEY, keyFile);
        }
        if (Files.exists(audio())) {
            try (Stream<Path> all = Files.walk(audio())) {
                all.filter(Files::isRegularFile)
                        .forEach(file -> files.put(
                                AUDIO + "/"
                                        + audio().relativize(file).toString().replace('\\', '/'),
                                file));
            }
        }
        return files;
    }

    /** The folder of kept recordings. */
    Path audio() {
        return dataFolder.resolve(AUDIO);
    }

    /** Where the recording of that name in a back-up lies below {@code folder}; empty for names that no back-up has. */
    static Optional<Path> recording(Path folder, String name) {
        if (!name.startsWith(AUDIO + "/")) {
            return Optional.empty();
        }
        Path file = folder.resolve(name.substring(AUDIO.length() + 1)).normalize();
        return Optional.of(file).filter(inside -> inside.startsWith(folder) && !inside.equals(folder));
    }
}
