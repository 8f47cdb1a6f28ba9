package stt.database;

import com.mysql.cj.jdbc.MysqlDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * A MariaDB server of its own, in a temporary folder, reachable through a free port of the loopback interface; it ends with
 * the tests. With {@code STT_TEST_MYSQL_URL} (such as
 * {@code jdbc:mysql://host:3306/}, and {@code _USER}, {@code _PASSWORD}) set, the server there is used instead:
 * its user must be allowed to create databases.
 */
public final class MariaDbServer implements AutoCloseable {

    private static final int START_TRIES = 300;

    private final Path folder;
    private final Process process;
    private final int port;

    private MariaDbServer(Path folder, Process process, int port) {
        this.folder = folder;
        this.process = process;
        this.port = port;
    }

    /** An empty database on a server that this machine starts, or that the environment names. */
    public static DataSource emptyDatabase() {
        MysqlDataSource server = System.getenv("STT_TEST_MYSQL_URL") == null ? Holder.SERVER.root() : external();
        String name = "stt_test_" + Long.toHexString(System.nanoTime());
        try (Connection connection = server.getConnection();
                Statement statement = connection.createStatement()) {
            // MariaDB's own default may be latin1: the tables must not depend on it.
            statement.execute("create database " + name + " character set latin1");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        server.setUrl(server.getUrl() + name);
        return server;
    }

    private static MysqlDataSource external() {
        MysqlDataSource source = new MysqlDataSource();
        source.setUrl(System.getenv("STT_TEST_MYSQL_URL"));
        source.setUser(System.getenv("STT_TEST_MYSQL_USER"));
        source.setPassword(System.getenv("STT_TEST_MYSQL_PASSWORD"));
        return source;
    }

    private MysqlDataSource root() {
        MysqlDataSource source = new MysqlDataSource();
        source.setUrl("jdbc:mysql://127.0.0.1:" + port + "/");
        source.setUser("root");
        source.setPassword("");
        return source;
    }

    private static MariaDbServer start() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("stt-mariadb");
        Path data = folder.resolve("data");
        String user = "--user=" + System.getProperty("user.name");
        run(
                List.of(
                        "mariadb-install-db",
                        "--no-defaults",
                        user,
                        "--auth-root-authentication-method=normal",
                        "--datadir=" + data),
                folder);
        int port;
        try (java.net.ServerSocket free = new java.net.ServerSocket(0)) {
            port = free.getLocalPort();
        }
        Process process = new ProcessBuilder(
                        "mariadbd",
                        "--no-defaults",
                        user,
                        "--datadir=" + data,
                        "--socket=" + folder.resolve("s"),
                        "--bind-address=127.0.0.1",
                        "--port=" + port,
                        "--innodb-flush-log-at-trx-commit=2")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        MariaDbServer server = new MariaDbServer(folder, process, port);
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
        server.awaitReady();
        return server;
    }

    private void awaitReady() throws InterruptedException, IOException {
        for (int i = 0; i < START_TRIES && process.isAlive(); i++) {
            try {
                root().getConnection().close();
                return;
            } catch (SQLException notYet) {
                process.waitFor(100, TimeUnit.MILLISECONDS);
            }
        }
        throw new IllegalStateException("MariaDB did not start:\n" + Files.readString(folder.resolve("log")));
    }

    private static void run(List<String> command, Path folder) throws IOException, InterruptedException {
        Path log = folder.resolve("install.log");
        int status = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start()
                .waitFor();
        if (status != 0) {
            throw new IllegalStateException(command.get(0) + " failed:\n" + Files.readString(log));
        }
    }

    @Override
    public void close() {
        process.destroy();
        try (Stream<Path> files = Files.walk(folder)) {
            process.waitFor();
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static final class Holder {
        static final MariaDbServer SERVER = started();

        private static MariaDbServer started() {
            try {
                return start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }
}
