package stt.web.uploads;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.util.function.Supplier;
import org.apache.commons.fileupload2.core.FileUploadException;
import org.apache.commons.fileupload2.core.RequestContext;
import stt.web.errors.InvalidRequest;
import stt.web.errors.UploadTooLarge;

/** Reads forms with a file. Thread-safe. */
@ApplicationScoped
public class UploadReader {

    /** What a form may have besides the file's bytes: boundaries, headers, fields. */
    static final long OVERHEAD = 1 << 20;

    @Inject
    private Spool spool;

    /**
     * Reads the body of {@code request} to its end. The caller closes the result; when this throws, nothing is left.
     *
     * @param largest the largest file that is accepted, in bytes
     * @throws UploadTooLarge at once when {@code Content-Length} says so, else when that much was read
     * @throws InvalidRequest when the form is malformed, has no file or an empty one, or the client went away
     * @throws DiskFailure when the file cannot be written
     */
    public UploadForm read(RequestContext request, long largest) {
        return read(request, spool::newFile, largest);
    }

    static UploadForm read(RequestContext request, Supplier<SpooledFile> files, long largest) {
        if (request.getContentLength() > largest + OVERHEAD) {
            throw new UploadTooLarge(largest);
        }
        LimitedRequest limited = new LimitedRequest(request, largest);
        try (UploadParts parts = new UploadParts(files, largest)) {
            parts.readAll(limited);
            limited.getInputStream().transferTo(OutputStream.nullOutputStream()); // what follows the last boundary
            return parts.form();
        } catch (FileUploadException e) {
            throw new InvalidRequest("malformed_multipart", "The body is not a well-formed multipart/form-data form.");
        } catch (IOException e) {
            throw new InvalidRequest("incomplete_body", "The body ended before it was complete.");
        }
    }
}
