package stt.web.uploads;

import java.util.Map;

/**
 * A form with a file.
 *
 * @param file the upload; empty files are refused before
 * @param name of the file, as the client calls it: without folders, maybe empty
 * @param fields the other fields' texts by name, without surrounding space; the values of one whose name ends in {@code []},
 *     which may be given more than once, are a line each
 */
public record UploadForm(SpooledFile file, String name, Map<String, String> fields) implements AutoCloseable {

    public UploadForm {
        fields = Map.copyOf(fields);
    }

    /** Removes the file. */
    @Override
    public void close() {
        file.close();
    }
}
