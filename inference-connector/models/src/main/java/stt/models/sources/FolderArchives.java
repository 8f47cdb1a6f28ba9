package stt.models.sources;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Archives that somebody has carried here: wheels and jars in a folder, under the names that mirrors give them. */
final class FolderArchives implements ArchiveFetcher {

    private static final Pattern SEPARATORS = Pattern.compile("[-_.]+");

    private final Path folder;
    private final Mirror mirror;

    FolderArchives(Path folder, Mirror mirror) {
        this.folder = folder;
        this.mirror = mirror;
    }

    /** Whether every archive of a source is there. */
    static boolean hold(Path folder, ArchiveSource source) throws IOException {
        FolderArchives archives = new FolderArchives(folder, source.mirror());
        for (Archive archive : source.archives()) {
            if (archives.find(archive).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    @Override
    public Path fetch(Archive archive, Path work, LongConsumer grown) throws IOException {
        Path file = find(archive).orElseThrow(() -> new SourceFailed(folder + " has no " + archive.coordinate() + "."));
        grown.accept(Files.size(file));
        return file;
    }

    private Optional<Path> find(Archive archive) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> isNamed(file.getFileName().toString(), archive.coordinate()))
                    .sorted()
                    .findFirst();
        }
    }

    private boolean isNamed(String file, String coordinate) {
        return switch (mirror) {
            case PIP -> {
                List<String> parts = List.of(coordinate.split("==", 2));
                String prefix = normalized(parts.get(0)) + "-" + parts.get(1) + "-";
                int version = file.indexOf('-');
                yield file.endsWith(".whl")
                        && version > 0
                        && (normalized(file.substring(0, version)) + file.substring(version)).startsWith(prefix);
            }
            case MAVEN -> {
                List<String> parts = List.of(coordinate.split(":"));
                yield file.equals(parts.get(1) + "-" + parts.get(2) + ".jar");
            }
        };
    }

    /** Names of Python packages differ in case and separators; the file name of a wheel has underscores (PEP 427, PEP 503). */
    private static String normalized(String name) {
        return SEPARATORS.matcher(name).replaceAll("_").toLowerCase(Locale.ROOT);
    }
}
