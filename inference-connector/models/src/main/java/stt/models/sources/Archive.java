package stt.models.sources;

import java.util.List;

/**
 * A package of a mirror: a zip with some of a model's files.
 *
 * @param coordinate as the mirror's program takes it: {@code NAME==VERSION} for pip, {@code GROUP:ARTIFACT:VERSION} for
 *     Maven
 * @param bytes of the archive, to show progress against
 * @param pieces wanted from it
 */
public record Archive(String coordinate, long bytes, List<Piece> pieces) {

    public Archive {
        pieces = List.copyOf(pieces);
    }
}
