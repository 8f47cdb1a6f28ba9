package stt.models.hub;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What has come of a file so far, and the entity tag of the answer that it came from, which tells whether the rest would
 * be of the same content. Named by the hash of the whole, so that files of another revision are not taken for these.
 */
final class PartialFile {
    private final Path bytes;
    private final Path tag;

    PartialFile(Path folder, HubFile file) {
        this.bytes = folder.resolve(file.hash() + "-" + file.name());
        this.tag = folder.resolve(file.hash() + "-" + file.name() + ".etag");
    }

    Path path() {
        return bytes;
    }

    /** Bytes that are here. */
    long size() throws IOException {
        return Files.exists(bytes) ? Files.size(bytes) : 0;
    }

    /** The headers that ask for the rest, if the content is still the same; none when there is no rest to ask for. */
    Map<String, String> continuation() throws IOException {
        Map<String, String> headers = new HashMap<>();
        if (size() > 0 && Files.exists(tag)) {
            headers.put("Range", "bytes=" + size() + "-");
            headers.put("If-Range", Files.readString(tag));
        }
        return headers;
    }

    /** Begins anew with an answer's entity tag; one that is weak or absent makes no continuation possible. */
    OutputStream begin(@Nullable String entityTag) throws IOException {
        forget();
        if (entityTag != null && entityTag.startsWith("\"")) {
            Files.writeString(tag, entityTag, StandardCharsets.ISO_8859_1);
        }
        return Files.newOutputStream(bytes);
    }

    OutputStream append() throws IOException {
        return Files.newOutputStream(bytes, StandardOpenOption.APPEND);
    }

    /** Drops all that has come. */
    void forget() throws IOException {
        Files.deleteIfExists(tag);
        Files.deleteIfExists(bytes);
    }

    /** Puts the finished file into its place too. It stays here until all that is to be done with it has been done. */
    void linkTo(Path target) throws IOException {
        try {
            Files.createLink(target, bytes);
        } catch (UnsupportedOperationException e) { // some network disks have no links
            Files.copy(bytes, target);
        }
    }
}
