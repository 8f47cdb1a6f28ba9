package stt.models;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import stt.models.whisper.Precision;

/**
 * How to install a model.
 *
 * @param from a folder with the published files or with the archives that hold them; null for the catalog's sources
 * @param engine that a model of one's own is for; null for our own
 * @param precision of the weights; null to accept what is installed, and else the default
 * @param keepSources whether to keep the published files under {@code .sources/ID} of the store
 * @param reread whether an installed model is read and checked whole, rather than by the sizes of its files
 * @param consent to a licence that restricts use
 */
public record InstallOptions(
        @Nullable Path from,
        @Nullable String engine,
        @Nullable Precision precision,
        boolean keepSources,
        boolean reread,
        LicenceConsent consent) {

    /** The catalog's source and the default precision, trusting what is installed: what a start needs. */
    public static final InstallOptions QUICK = new InstallOptions(null, null, false, false);

    /** Without consent to a licence that restricts use. */
    public InstallOptions(@Nullable Path from, @Nullable Precision precision, boolean keepSources, boolean reread) {
        this(from, null, precision, keepSources, reread, LicenceConsent.NONE);
    }

    /** The same, of a model for {@code other}. */
    public InstallOptions forEngine(String other) {
        return new InstallOptions(from, other, precision, keepSources, reread, consent);
    }
}
