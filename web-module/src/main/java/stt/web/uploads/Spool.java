package stt.web.uploads;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** The application's place for uploads. Thread-safe. */
@ApplicationScoped
public class Spool {

    private static final System.Logger LOG = System.getLogger(Spool.class.getName());

    @Inject
    @ConfigProperty(name = "stt.web.spool-dir")
    private String folder;

    private @Nullable SpoolFolder own;

    /** Makes the container create this bean, and so sweep, when the application starts. */
    void atStart(@Observes @Initialized(ApplicationScoped.class) Object event) {}

    @PostConstruct
    void open() {
        try {
            int swept = SpoolFolder.sweep(Path.of(folder));
            if (swept > 0) {
                LOG.log(Level.INFO, "Removed {0} uploads that an earlier process left", swept);
            }
            own = SpoolFolder.create(Path.of(folder));
        } catch (IOException e) {
            throw new UncheckedIOException("The spool folder " + folder + " cannot be used", e);
        }
    }

    @PreDestroy
    void close() {
        if (own != null) {
            own.close();
        }
    }

    /**
     * A new, empty file. The caller closes it.
     *
     * @throws DiskFailure when there is no place for one
     */
    SpooledFile newFile() {
        if (own == null) {
            throw new IllegalStateException("the spool is closed");
        }
        return own.newFile();
    }
}
