package stt.models.sources;

/**
 * One entry of an archive, which is a whole file of a model or a part of one.
 *
 * @param path of the entry within the archive
 * @param file of the model that it belongs to; pieces of the same file are joined in the order of the catalog
 * @param size bytes
 * @param sha256 of this piece alone
 */
public record Piece(String path, String file, long size, String sha256) {

    public Piece {
        Checks.fileName(file);
        Checks.content(size, sha256);
    }
}
