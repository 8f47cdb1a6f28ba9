package stt.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * The JDK's class data archive of the server (AppCDS): its classes parsed and verified, in one file that is mapped at
 * start. The first server that runs to its end writes it; it fits exactly one class path and one Java build.
 */
final class ClassArchive {

    private final Path file;

    ClassArchive(RunFolder folder) {
        String build = "%s-%s"
                .formatted(System.getProperty("java.vm.vendor"), System.getProperty("java.vm.version"))
                .replaceAll("[^A-Za-z0-9.+-]", "-");
        this.file = folder.path().resolve("classes-" + build + ".jsa");
    }

    /** What the server's virtual machine is told: to use the archive, or to write it when it ends. */
    List<String> options() {
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
