package stt.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Gives out the seal whose key is in the file that {@code stt.accounts.key-file} names. Thread-safe. */
@ApplicationScoped
public class SealKey {

    @Inject
    @ConfigProperty(name = "stt.accounts.key-file")
    private String file;

    private @Nullable Seal seal;

    /** The seal; the file is made or read by the first who asks. */
    synchronized Seal seal() {
        Seal known = seal;
        if (known == null) {
            try {
                known = new Seal(KeyFile.read(Path.of(file)));
            } catch (IOException e) {
                throw new UncheckedIOException("the key file cannot be read or made: " + file, e);
            }
            seal = known;
        }
        return known;
    }
}
