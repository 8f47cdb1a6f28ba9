package stt.models.sources;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A repository of a model hub that holds all files of a model.
 *
 * @param repository {@code OWNER/NAME}
 * @param revision a commit, so that the files are the same for ever
 * @param files wanted of it, by their names
 * @param known those of the files whose content is known without asking the hub
 */
public record HubSource(String repository, String revision, List<String> files, List<ModelFile> known)
        implements Source {

    private static final Pattern REPOSITORY =
            Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,95}/[A-Za-z0-9][A-Za-z0-9._-]{0,95}");
    private static final Pattern REVISION = Pattern.compile("[0-9a-f]{40}");

    public HubSource {
        if (!REPOSITORY.matcher(repository).matches()) {
            throw new IllegalArgumentException("a repository is OWNER/NAME, found \"" + repository + "\"");
        }
        if (!REVISION.matcher(revision).matches()) {
            throw new IllegalArgumentException("a revision is a commit of 40 digits, found \"" + revision + "\"");
        }
        files.forEach(Checks::fileName);
        files = List.copyOf(files);
        known = List.copyOf(known);
    }

    /** The content of a file, where it is known. */
    public Optional<ModelFile> known(String name) {
        return known.stream().filter(file -> file.name().equals(name)).findFirst();
    }

    @Override
    public String toString() {
        return repository + " at " + revision;
    }
}
