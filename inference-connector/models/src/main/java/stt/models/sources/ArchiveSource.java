package stt.models.sources;

import java.util.List;

/**
 * Archives that together hold all files of a model.
 *
 * @param mirror that has them
 * @param archives in the order in which pieces are joined
 */
public record ArchiveSource(Mirror mirror, List<Archive> archives) implements Source {

    public ArchiveSource {
        archives = List.copyOf(archives);
    }
}
