package stt.blackbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A MariaDB server of its own with an empty database, for servers under test. */
final class MariaDbUnderTest implements AutoCloseable {

    private static final int START_TRIES = 600;

    private final Process process;
    private final int port;

    private MariaDbUnderTest(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Starts it in {@code folder}. */
    static MariaDbUnderTest start(Path folder) throws IOException, InterruptedException {
        String user = "--user=" + System.getProperty("user.name");
        String data = "--datadir=" + folder.resolve("mariadb");
        run(folder, "mariadb-install-db", "--no-defaults", user, "--auth-root-authentication-method=normal", data);
        int port = ServerUnderTest.freePort();
        Process process = command(
                folder,
                "mariadbd",
                "--no-defaults",
                user,
                data,
                "--socket=" + folder.resolve("s"),
                "--bind-address=127.0.0.1",
                "--port=" + port);
        MariaDbUnderTest server = new MariaDbUnderTest(process, port);
        server.createDatabase();
        return server;
    }

    String url() {
        return "jdbc:mysql://127.0.0.1:" + port + "/stt";
    }

    private void createDatabase() throws InterruptedException {
        for (int i = 0; i < START_TRIES && process.isAlive(); i++) {
            try (Connection connection =
                            DriverManager.getConnection("jdbc:mysql://127.0.0.1:" + port + "/", "root", "");
                    Statement statement = connection.createStatement()) {
                statement.execute("create database stt");
                return;
            } catch (SQLException notYet) {
                process.waitFor(100, TimeUnit.MILLISECONDS);
            }
        }
        throw new IllegalStateException("MariaDB did not start");
    }

    private static void run(Path folder, String... command) throws IOException, InterruptedException {
        if (command(folder, command).waitFor() != 0) {
            throw new IllegalStateException(Files.readString(folder.resolve(command[0] + ".log")));
        }
    }

    private static Process command(Path folder, String... command) throws IOException {
        return new ProcessBuilder(List.of(command))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(command[0] + ".log").toFile())
                .start();
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
