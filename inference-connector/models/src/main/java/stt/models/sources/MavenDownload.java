package stt.models.sources;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.stream.Stream;

/** Fetches jars with {@code mvn dependency:copy}, from whatever mirrors Maven's settings name. */
final class MavenDownload implements ArchiveFetcher {

    private static final List<String> COMMAND = List.of(
            "mvn", "-B", "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy", "-DoutputDirectory=out");

    private static final String MISSING = "Maven is needed to fetch it, and mvn cannot be started;"
            + " install it (Debian: apt-get install maven)" + OTHERWISE;

    @Override
    public Path fetch(Archive archive, Path work, LongConsumer grown) throws IOException {
        List<String> command = Stream.concat(COMMAND.stream(), Stream.of("-Dartifact=" + archive.coordinate()))
                .toList();
        Program.Outcome outcome = new Program(command, work).run(MISSING, grown);
        if (outcome.status() != 0) {
            throw new SourceFailed(reason(archive.coordinate(), outcome, work));
        }
        return ArchiveFetcher.onlyFile(work.resolve("out"), archive.coordinate());
    }

    private static String reason(String coordinate, Program.Outcome outcome, Path work) {
        if (outcome.saysDiskFull()) {
            return DiskSpace.full(work);
        }
        if (outcome.says(
                "Could not transfer", "Unknown host", "Connection refused", "Network is unreachable", "offline mode")) {
            return "the Maven mirror cannot be reached; check the network, or the mirrors and proxies in Maven's settings"
                    + OTHERWISE;
        }
        if (outcome.says("Could not find artifact", "was not found in")) {
            return "the Maven mirror has no " + coordinate + OTHERWISE;
        }
        return "Maven could not fetch " + coordinate + ": " + outcome.firstAfter("[ERROR]") + OTHERWISE;
    }
}
