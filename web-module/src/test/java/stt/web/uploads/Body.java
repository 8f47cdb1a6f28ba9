package stt.web.uploads;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.apache.commons.fileupload2.core.RequestContext;

/** A multipart body as a client would send it, or as it should not. */
final class Body implements RequestContext {

    static final String BOUNDARY = "----boundary7MA4YWxk";

    private final ByteArrayOutputStream content = new ByteArrayOutputStream();
    private String type = "multipart/form-data; boundary=" + BOUNDARY;
    private long announced = -2;
    private int cutOff = Integer.MAX_VALUE;
    private long breaksAfter = Long.MAX_VALUE;
    private long read;

    Body field(String name, String value) {
        part("name=\"" + name + '"', value);
        return this;
    }

    Body file(String name, String fileName, String value) {
        part("name=\"" + name + "\"; filename=\"" + fileName + '"', value);
        return this;
    }

    Body announcing(long length) {
        announced = length;
        return this;
    }

    Body cutOff(int length) {
        cutOff = length;
        return this;
    }

    Body breakingAfter(long length) {
        breaksAfter = length;
        return this;
    }

    Body ofType(String contentType) {
        type = contentType;
        return this;
    }

    long bytesRead() {
        return read;
    }

    @Override
    public String getCharacterEncoding() {
        return "UTF-8";
    }

    @Override
    public long getContentLength() {
        return announced == -2 ? content.size() : announced;
    }

    @Override
    public String getContentType() {
        return type;
    }

    @Override
    public boolean isMultipartRelated() {
        return false;
    }

    @Override
    public InputStream getInputStream() {
        byte[] all = (content.toString(StandardCharsets.UTF_8) + "--" + BOUNDARY + "--\r\n")
                .getBytes(StandardCharsets.UTF_8);
        return new FilterInputStream(new ByteArrayInputStream(all, 0, Math.min(all.length, cutOff))) {
            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                if (read >= breaksAfter) {
                    throw new IOException("connection reset");
                }
                int count = super.read(buffer, offset, (int) Math.min(length, Math.min(breaksAfter - read, 4096)));
                read += Math.max(0, count);
                return count;
            }
        };
    }

    private void part(String disposition, String value) {
        content.writeBytes(
                ("--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n" + value + "\r\n")
                        .getBytes(StandardCharsets.UTF_8));
    }
}
