package stt.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Back-up and restore of the data folder and its database, whether a server runs on them or not. */
final class Backups {

    private static final String FORCE = "--force";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

    private final Settings settings;
    private final LocalAdmin channel;

    Backups(Settings settings) {
        this.settings = settings;
        this.channel = new LocalAdmin(Listener.of(settings).localAddress(), settings.dataDirectory());
    }

    /**
     * Writes a back-up, which has its name only when it is whole and has been read back.
     *
     * @param words the name of the file; without one, a name with the time, in this folder
     * @return the exit code
     */
    int make(List<String> words) {
        if (words.size() > 1 || words.stream().anyMatch(word -> word.startsWith("-"))) {
            throw new Refused("Give the name of one file for the back-up, or none.");
        }
        String name = words.stream().findFirst().orElseGet(() -> "stt-backup-%s.zip"
                .formatted(TIME.format(LocalDateTime.now(ZoneId.systemDefault()))));
        Path file = Path.of(name).toAbsolutePath();
        if (Files.exists(file)) {
            throw new Refused("%s exists already: give the back-up another name.".formatted(file));
        }
        Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
        try {
            return write(unfinished, file);
        } catch (IOException e) {
            throw new Refused("The back-up %s cannot be written: %s.".formatted(file, e.getMessage()), e);
        }
    }

    /**
     * Puts a back-up in the place of what there is. No server may run.
     *
     * @param words the name of the file; {@code --force} where accounts that are there may be replaced
     * @return the exit code
     */
    int restore(List<String> words) {
        List<String> names = words.stream().filter(word -> !word.equals(FORCE)).toList();
        if (names.size() != 1 || names.get(0).startsWith("-")) {
            throw new Refused("Give the name of the back-up, and nothing else but " + FORCE + ".");
        }
        Path file = Path.of(names.get(0)).toAbsolutePath();
        if (!Files.isRegularFile(file)) {
            throw new Refused("There is no file %s.".formatted(file));
        }
        List<String> command = new ArrayList<>(List.of("restore", file.toString()));
        if (words.contains(FORCE)) {
            command.add(FORCE);
        }
        try {
            return runAndFree(DataFolder.hold(settings.dataDirectory()), command);
        } catch (IOException e) {
            throw new Refused(
                    "The data folder %s cannot be used: %s.".formatted(settings.dataDirectory(), e.getMessage()), e);
        }
    }

    private int write(Path unfinished, Path file) throws IOException {
        Files.deleteIfExists(unfinished);
        Files.createFile(
                unfinished, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            int code = fill(unfinished);
            if (code == 0) {
                Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
            }
            return code;
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private int fill(Path unfinished) throws IOException {
        Optional<DataFolder> held = DataFolder.tryHold(settings.dataDirectory());
        if (held.isPresent()) {
            int code = runAndFree(held.get(), List.of("create", unfinished.toString()));
            if (code != 0) {
                return code;
            }
        } else {
            askServer(unfinished);
        }
        return ApplicationProgram.backup(settings).run(List.of("check", unfinished.toString()));
    }

    private int runAndFree(DataFolder held, List<String> command) throws IOException {
        try {
            return ApplicationProgram.backup(settings).run(command);
        } finally {
            held.close();
        }
    }

    private void askServer(Path unfinished) {
        try {
            channel.backup(unfinished);
        } catch (IOException e) {
            throw new Refused(
                    "The server that runs on the data folder %s did not give a back-up: %s."
                            .formatted(settings.dataDirectory(), e.getMessage()),
                    e);
        }
    }
}
