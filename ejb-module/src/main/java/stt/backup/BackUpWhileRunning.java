package stt.backup;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Backs up what the server of this process works on. */
@Stateless
@TransactionAttribute(
        TransactionAttributeType.NOT_SUPPORTED) // its transaction is of its own isolation, and may take hours
public class BackUpWhileRunning {

    @Resource(lookup = "java:app/jdbc/main")
    private DataSource database;

    @Inject
    @ConfigProperty(name = "stt.accounts.key-file")
    private String keyFile;

    @Inject
    @ConfigProperty(name = "stt.data.dir")
    private String dataFolder;

    @Inject
    @ConfigProperty(name = "stt.transcripts.audio-dir")
    private Optional<String> recordings;

    @Inject
    @ConfigProperty(name = "stt.jobs.dir")
    private Optional<String> jobs;

    /** Writes a back-up into {@code out}, which stays open; when it fails, what is written is cut off. */
    public void to(OutputStream out) throws IOException {
        try {
            new BackUp(database, files()).to(out);
        } catch (SQLException e) {
            throw new IllegalStateException("the database cannot be backed up", e);
        }
    }

    private DataFiles files() {
        Path data = Path.of(dataFolder);
        return new DataFiles(
                data,
                Path.of(keyFile),
                recordings.map(Path::of).orElse(data.resolve("audio")),
                jobs.map(Path::of).orElse(data.resolve("jobs")));
    }
}
