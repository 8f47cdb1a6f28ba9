package stt.server;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The command line of the server's virtual machine. */
final class ServerCommand {

    /** Ctrl-C is for the parent alone, which then ends the server in order; a virtual machine leaves it ignored. */
    private static final List<String> IGNORING_CTRL_C = List.of("sh", "-c", "trap '' INT; exec \"$@\"", "sh");

    private static final int SMALL_MACHINE_CORES = 2;

    private final Settings settings;
    private final RunFolder folder;
    private final ClassArchive classes;

    ServerCommand(Settings settings, RunFolder folder, ClassArchive classes) {
        this.settings = settings;
        this.folder = folder;
        this.classes = classes;
    }

    /** The words of the command, the program first. */
    List<String> words() {
        List<String> words = new ArrayList<>(IGNORING_CTRL_C);
        words.add(java());
        words.addAll(classes.options(settings.javaOptions()));
        words.addAll(memory());
        words.addAll(properties());
        words.addAll(operatorsOptions());
        words.addAll(List.of("-jar", folder.launcherJar().toString()));
        words.addAll(List.of(folder.path().toString(), folder.application().toString()));
        return words;
    }

    /** The program that runs this virtual machine. */
    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** On small machines the collector with the least overhead: 290 MB less than G1 with Whisper base loaded, on 2 cores. */
    private static List<String> memory() {
        return Runtime.getRuntime().availableProcessors() <= SMALL_MACHINE_CORES
                ? List.of("-XX:+UseSerialGC")
                : List.of();
    }

    private List<String> properties() {
        return List.of(
                "-Dstt.data.dir=" + settings.dataDirectory(),
                "-Dstt.models.dir=" + settings.modelsDirectory(),
                "-Dstt.database.url=" + settings.databaseUrl(),
                "-Dstt.port=" + settings.port(),
                "-Dstt.bind=" + settings.bindAddress(),
                "-Dstt.local-admin.token-file=" + LocalAdmin.tokenFile(settings.dataDirectory()),
                "-Djava.util.logging.config.file=" + LogConfiguration.write(settings),
                // A thread of the MySQL driver's, started even when another database is used, that nobody ends: it
                // would keep
                // an undeployed application in memory, with its native libraries.
                "-Dcom.mysql.cj.disableAbandonedConnectionCleanup=true",
                // The application is Jakarta EE 10: nothing to look for javax packages in.
                "-Dfish.payara.deployment.transform.namespace=false");
    }

    private List<String> operatorsOptions() {
        return Arrays.stream(settings.javaOptions().split(" "))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
