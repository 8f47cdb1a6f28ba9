package stt.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What belongs to the database and lies beside it.
 *
 * @param dataFolder for temporary files of a restore
 * @param keyFile what webhook secrets are encrypted with; it need not exist yet
 * @param recordings the folder of kept recordings; it need not exist
 * @param jobs the folder of recordings that wait for their turn; it need not exist
 */
public record DataFiles(Path dataFolder, Path keyFile, Path recordings, Path jobs) {

    static final String KEY = "secrets.key";

    /** Where a restore has files of a folder until they take their places: within it, so on the same disk. */
    static final String WAITING = ".restoring";

    /** The folders, by the names that begin their files' in a back-up. */
    Map<String, Path> folders() {
        return Map.of("audio", recordings, "jobs", jobs);
    }

    /** The files that there are now, by their names in a back-up. */
    Map<String, Path> present() throws IOException {
        Map<String, Path> files = new TreeMap<>();
        if (Files.exists(keyFile)) {
            files.put(KEY, keyFile);
        }
        for (Map.Entry<String, Path> folder : folders().entrySet()) {
            if (Files.exists(folder.getValue())) {
                add(folder.getKey(), folder.getValue(), files);
            }
        }
        return files;
    }

    private static void add(String name, Path folder, Map<String, Path> files) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            all.filter(file -> Files.isRegularFile(file) && !file.startsWith(folder.resolve(WAITING)))
                    .forEach(file -> files.put(
                            name + "/" + folder.relativize(file).toString().replace('\\', '/'), file));
        }
    }
}
