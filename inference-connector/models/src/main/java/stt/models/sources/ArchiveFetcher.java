package stt.models.sources;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.stream.Stream;

/** Brings an archive into a folder. */
interface ArchiveFetcher {

    /** What always remains to be done, for the end of a sentence. */
    String OTHERWISE = ", or fetch the files elsewhere and use --from DIR.";

    /**
     * Fetches {@code archive} into {@code work}, an empty folder; {@code grown} is told of bytes as they arrive.
     *
     * @return the file, unverified
     * @throws SourceFailed when it cannot be had
     * @throws IOException when the folder cannot be written
     */
    Path fetch(Archive archive, Path work, LongConsumer grown) throws IOException;

    /** The file that a program has put into {@code folder}. */
    static Path onlyFile(Path folder, String coordinate) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> all = files.toList();
            if (all.size() != 1) {
                throw new SourceFailed("one file was expected for " + coordinate + ", and " + all.size() + " came.");
            }
            return all.get(0);
        }
    }

    /** The one for a kind of mirror. */
    static ArchiveFetcher of(Mirror mirror) {
        return switch (mirror) {
            case PIP -> new PipDownload();
            case MAVEN -> new MavenDownload();
        };
    }
}
