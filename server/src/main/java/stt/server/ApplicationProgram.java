package stt.server;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A program in the unpacked application, run on this terminal in a virtual machine of its own. */
final class ApplicationProgram {

    private final List<String> command;
    private final Map<String, String> environment;

    private ApplicationProgram(List<String> program, Map<String, String> environment) {
        this.command = new ArrayList<>(List.of(ServerCommand.java()));
        this.command.addAll(program);
        this.environment = environment;
    }

    /** The command that installs and removes models. */
    static ApplicationProgram models(Settings settings) {
        RunFolder folder = RunFolder.of(RunnableJar.ofThisProgram(), settings.dataDirectory());
        Map<String, String> environment = settings.modelsHub();
        environment.put("STT_DATA_DIR", settings.dataDirectory().toString());
        environment.put("STT_MODELS_DIR", settings.modelsDirectory().toString());
        return new ApplicationProgram(
                List.of("-cp", joined(folder.modelsClassPath()), "stt.models.cli.ModelsCommand"), environment);
    }

    /** The command that makes and restores back-ups. */
    static ApplicationProgram backup(Settings settings) {
        RunFolder folder = RunFolder.of(RunnableJar.ofThisProgram(), settings.dataDirectory());
        return new ApplicationProgram(
                List.of(
                        "-Djava.util.logging.config.file=" + folder.backupLogging(),
                        "-cp",
                        joined(folder.backupClassPath()),
                        "stt.backup.cli.BackupCommand"),
                Map.of(
                        "STT_DATA_DIR", settings.dataDirectory().toString(),
                        "STT_ACCOUNTS_KEY_FILE", settings.keyFile().toString(),
                        "STT_TRANSCRIPTS_AUDIO_DIR",
                                settings.recordingsDirectory().toString(),
                        "STT_JOBS_DIR", settings.jobsDirectory().toString(),
                        "STT_DATABASE_CLASS", settings.databaseClass(),
                        "STT_DATABASE_URL", settings.databaseUrl(),
                        "STT_DATABASE_USER", settings.databaseUser(),
                        "STT_DATABASE_PASSWORD", settings.databasePassword()));
    }

    private static String joined(List<Path> classPath) {
        return classPath.stream().map(Object::toString).collect(Collectors.joining(File.pathSeparator));
    }

    /** Runs it until it ends, and returns its exit code. */
    int run(List<String> arguments) {
        List<String> words = new ArrayList<>(command);
        words.addAll(arguments);
        ProcessBuilder process = new ProcessBuilder(words).inheritIO();
        process.environment().putAll(environment);
        try {
            return process.start().waitFor();
        } catch (IOException e) {
            throw new Refused("%s cannot be run: %s.".formatted(words.get(0), e.getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Refused.EXIT_CODE;
        }
    }
}
