package stt.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The JDK's class data archive of the server (AppCDS): its classes parsed and verified, in one file that is mapped at
 * start. The first server that runs to its end writes it; it fits exactly one class path and one Java build.
 */
final class ClassArchive {

    /**
     * Options that put an agent into the virtual machine before it loads classes. JDK 17 crashes where an agent looks at
     * classes that Payara has generated and the archive holds; one that comes later finds them loaded.
     */
    private static final Pattern AGENT = Pattern.compile("-javaagent:|-agentlib:|-agentpath:|StartFlightRecording");

    private final Path file;

    ClassArchive(RunFolder folder) {
        String build = "%s-%s"
                .formatted(System.getProperty("java.vm.vendor"), System.getProperty("java.vm.version"))
                .replaceAll("[^A-Za-z0-9.+-]", "-");
        this.file = folder.path().resolve("classes-" + build + ".jsa");
    }

    /**
     * What the server's virtual machine is told: to use the archive, or to write it when it ends.
     *
     * @param operatorsOptions what else it is told; with an agent among it there is no archive
     */
    List<String> options(String operatorsOptions) {
        if (AGENT.matcher(operatorsOptions).find()) {
            return List.of();
        }
        // A file that does not fit is passed over in silence; the server then only starts more slowly.
        String use = Files.exists(file) ? "-XX:SharedArchiveFile=" + file : "-XX:ArchiveClassesAtExit=" + unfinished();
        return List.of("-Xshare:auto", "-Xlog:cds=off", "-Xlog:cds+dynamic=off", use);
    }

    /** Takes the archive over that a server which ended in order has written. */
    void keep() throws IOException {
        if (Files.exists(unfinished())) {
            Files.move(unfinished(), file, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private Path unfinished() {
        return file.resolveSibling(file.getFileName() + ".unfinished");
    }
}
