package stt.backup.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.api.FlywayException;
import stt.backup.BackUp;
import stt.backup.DataFiles;
import stt.backup.DatabaseInUse;
import stt.backup.Manifest;
import stt.backup.Restore;
import stt.backup.StoredBackup;
import stt.backup.UnusableBackup;
import stt.database.InDoubt;

/**
 * {@code create FILE}, {@code check FILE}, {@code restore FILE [--force]}, on the database and the folders that the environment
 * names. For {@code ./stt}, which holds the data folder meanwhile.
 */
public final class BackupCommand {

    private static final int DONE = 0;
    private static final int FAILED = 1;

    private final Map<String, String> environment;
    private final PrintStream out;

    private BackupCommand(Map<String, String> environment, PrintStream out) {
        this.environment = environment;
        this.out = out;
    }

    /** Runs a command and ends the virtual machine: exit code 0, or 1 after one sentence that says why. */
    public static void main(String[] words) {
        System.exit(run(List.of(words)));
    }

    private static int run(List<String> words) {
        try {
            new BackupCommand(System.getenv(), System.out)
                    .run(words.get(0), Path.of(words.get(1)), words.contains("--force"));
            return DONE;
        } catch (DatabaseInUse e) {
            System.err.println(e.getMessage() + " With --force the back-up takes their place.");
        } catch (UnusableBackup e) {
            System.err.println(e.getMessage());
        } catch (IOException e) {
            System.err.println("A file cannot be read or written: %s.".formatted(oneLine(e)));
        } catch (SQLException | FlywayException | IllegalStateException e) {
            System.err.println("The database cannot be used: %s.".formatted(oneLine(e)));
        }
        return FAILED;
    }

    private void run(String command, Path file, boolean force) throws IOException, SQLException {
        switch (command) {
            case "create" -> create(file);
            case "check" -> check(file);
            case "restore" -> restore(file, force);
            default -> throw new IllegalArgumentException(command);
        }
    }

    private void create(Path file) throws IOException, SQLException {
        DataSource database = ConfiguredDatabase.of(environment);
        try (Connection connection = database.getConnection()) {
            InDoubt.commit(connection); // as the next start of the server would
        }
        try (OutputStream stream = new BufferedOutputStream(Files.newOutputStream(file))) {
            new BackUp(database, files()).to(stream);
        }
    }

    private void check(Path file) throws IOException {
        try (StoredBackup backup = StoredBackup.open(file)) {
            backup.verify();
            out.printf("Backed up %s, %d bytes.%n", counts(backup.manifest()), Files.size(file));
        }
    }

    private void restore(Path file, boolean force) throws IOException, SQLException {
        Manifest manifest = new Restore(ConfiguredDatabase.of(environment), files()).from(file, force);
        out.printf("Restored %s, as they were at %s.%n", counts(manifest), manifest.madeAt());
    }

    private DataFiles files() {
        return new DataFiles(
                path("STT_DATA_DIR"),
                path("STT_ACCOUNTS_KEY_FILE"),
                path("STT_TRANSCRIPTS_AUDIO_DIR"),
                path("STT_JOBS_DIR"));
    }

    private Path path(String variable) {
        return Path.of(environment.getOrDefault(variable, ""));
    }

    private static String counts(Manifest manifest) {
        return "%s, %s and %s"
                .formatted(
                        count(manifest.rows("account"), "account"),
                        count(manifest.rows("transcript"), "transcript"),
                        count(manifest.files().size(), "file"));
    }

    private static String count(long number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }

    private static String oneLine(Exception e) {
        String text = String.valueOf(e.getMessage()).strip().lines().findFirst().orElse("");
        return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    }
}
