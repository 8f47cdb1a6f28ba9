package stt.web.uploads;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.commons.fileupload2.core.DiskFileItem;
import org.apache.commons.fileupload2.core.DiskFileItemFactory;
import org.apache.commons.fileupload2.core.FileItemInput;
import org.apache.commons.fileupload2.core.FileItemInputIterator;
import org.apache.commons.fileupload2.core.RequestContext;
import org.apache.commons.fileupload2.jakarta.servlet6.JakartaServletFileUpload;
import org.jspecify.annotations.Nullable;
import stt.web.errors.InvalidRequest;

/** The parts of one form, while it is read. Closing removes the file, unless the form has taken it. */
final class UploadParts implements AutoCloseable {

    private static final String FILE = "file";
    private static final int MOST_PARTS = 100;
    private static final int LONGEST_FIELD = 64 << 10; // bytes
    private static final int LONGEST_HEADER = 8 << 10; // bytes

    private final Supplier<SpooledFile> files;
    private final long largestFile;
    private final Map<String, String> fields = new HashMap<>();
    private @Nullable SpooledFile file;
    private String fileName = "";

    UploadParts(Supplier<SpooledFile> files, long largestFile) {
        this.files = files;
        this.largestFile = largestFile;
    }

    void readAll(RequestContext request) throws IOException {
        JakartaServletFileUpload<DiskFileItem, DiskFileItemFactory> reader = new JakartaServletFileUpload<>();
        reader.setHeaderCharset(StandardCharsets.UTF_8);
        reader.setMaxPartHeaderSize(LONGEST_HEADER);
        FileItemInputIterator parts = reader.getItemIterator(request);
        for (int count = 1; parts.hasNext(); count++) {
            if (count > MOST_PARTS) {
                throw new InvalidRequest("too_many_fields", "The form has more than " + MOST_PARTS + " fields.");
            }
            read(parts.next());
        }
    }

    /** What was read. */
    UploadForm form() {
        SpooledFile upload = file;
        if (upload == null) {
            throw new InvalidRequest("missing_file", "The field \"file\" is missing: it must carry the recording.");
        }
        file = null;
        return new UploadForm(upload, fileName, fields);
    }

    @Override
    public void close() {
        if (file != null) {
            file.close();
        }
    }

    private void read(FileItemInput part) throws IOException {
        String name = part.getFieldName();
        try (InputStream content = part.getInputStream()) {
            if (FILE.equals(name)) {
                readFile(part, content);
            } else if (part.isFormField() && name != null) {
                readField(name, content);
            }
        }
    }

    private void readFile(FileItemInput part, InputStream content) throws IOException {
        if (file != null) {
            throw new InvalidRequest("repeated_field", "The field \"file\" is given more than once.");
        }
        SpooledFile upload = files.get();
        file = upload;
        long size = upload.fill(new LimitedBody(content, largestFile, largestFile));
        if (size == 0) {
            throw new InvalidRequest("empty_file", "The file is empty.");
        }
        fileName = withoutFolders(part.getName());
    }

    private void readField(String name, InputStream content) throws IOException {
        byte[] bytes = content.readNBytes(LONGEST_FIELD + 1);
        if (bytes.length > LONGEST_FIELD) {
            throw new InvalidRequest("field_too_long", "A field of the form is longer than 64 KB.");
        }
        String text = new String(bytes, StandardCharsets.UTF_8).strip();
        if (name.endsWith(FormFields.REPEATED)) {
            fields.merge(name, text, (before, next) -> before + FormFields.SEPARATOR + next);
        } else if (fields.put(name, text) != null) {
            throw new InvalidRequest("repeated_field", "A field of the form is given more than once.");
        }
    }

    /** Some clients send the path of the file on their own disk. */
    private static String withoutFolders(@Nullable String name) {
        if (name == null) {
            return "";
        }
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        return last.codePoints()
                .filter(character -> !Character.isISOControl(character))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
    }
}
