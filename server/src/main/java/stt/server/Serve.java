package stt.server;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;

/** Runs the server until it is told to stop: unpacks, starts, waits until it answers, prints what the operator needs. */
final class Serve {

    private final Settings settings;
    private final Terminal terminal;

    Serve(Settings settings, Terminal terminal) {
        this.settings = settings;
        this.terminal = terminal;
    }

    /**
     * Runs the server; returns only when it has ended by itself.
     *
     * @throws Refused if it cannot start, or has ended without being told to
     */
    void run() {
        try (DataFolder data = DataFolder.hold(settings.dataDirectory())) {
            run(data.path());
        } catch (IOException e) {
            throw new Refused(
                    "The data folder %s cannot be used: %s.".formatted(settings.dataDirectory(), e.getMessage()), e);
        }
    }

    private void run(Path data) throws IOException {
        Listener listener = Listener.of(settings);
        listener.refuseIfTaken();
        RunFolder folder = RunFolder.of(RunnableJar.ofThisProgram(), data);
        folder.removeOthers();
        folder.reset();
        LocalAdmin.newToken(data);
        ClassArchive classes = new ClassArchive(folder);
        RunningServer server = start(new ServerCommand(settings, folder, classes), classes);
        server.stopWithThisProcess();
        if (server.awaitReady(listener)) {
            terminal.ready(listener, new LocalAdmin(listener.localAddress(), data).firstAdministrator());
            server.awaitEnd();
        }
    }

    private RunningServer start(ServerCommand command, ClassArchive classes) throws IOException {
        Path logs = LogConfiguration.folder(settings);
        Files.createDirectories(logs);
        boolean toFile = settings.logOutput().equals("file");
        File console = logs.resolve("console.log").toFile();
        Process process = new ProcessBuilder(command.words())
                .redirectInput(Redirect.PIPE)
                .redirectOutput(toFile ? Redirect.to(console) : Redirect.INHERIT)
                .redirectError(toFile ? Redirect.appendTo(console) : Redirect.INHERIT)
                .start();
        return new RunningServer(process, classes, logs);
    }
}
