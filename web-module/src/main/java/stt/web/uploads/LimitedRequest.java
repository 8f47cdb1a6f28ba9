package stt.web.uploads;

import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.fileupload2.core.RequestContext;
import org.jspecify.annotations.Nullable;

/** A request whose body ends with an error beyond a limit. */
final class LimitedRequest implements RequestContext {

    private final RequestContext request;
    private final long largestFile;
    private @Nullable InputStream body;

    LimitedRequest(RequestContext request, long largestFile) {
        this.request = request;
        this.largestFile = largestFile;
    }

    /** The same stream each time. */
    @Override
    public InputStream getInputStream() throws IOException {
        if (body == null) {
            body = new LimitedBody(request.getInputStream(), largestFile + UploadReader.OVERHEAD, largestFile);
        }
        return body;
    }

    @Override
    public String getCharacterEncoding() {
        return request.getCharacterEncoding();
    }

    @Override
    public long getContentLength() {
        return request.getContentLength();
    }

    @Override
    public String getContentType() {
        return request.getContentType();
    }

    @Override
    public boolean isMultipartRelated() {
        return request.isMultipartRelated();
    }
}
