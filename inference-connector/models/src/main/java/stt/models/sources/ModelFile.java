package stt.models.sources;

/**
 * A file whose content is known.
 *
 * @param name within its folder, without any path
 * @param size bytes
 * @param sha256 of the content, 64 lower-case hexadecimal digits
 */
public record ModelFile(String name, long size, String sha256) {

    public ModelFile {
        Checks.fileName(name);
        Checks.content(size, sha256);
    }
}
