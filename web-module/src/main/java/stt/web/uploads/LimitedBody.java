package stt.web.uploads;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import stt.web.errors.UploadTooLarge;

/** Counts what is read, and ends the reading beyond a limit. */
final class LimitedBody extends FilterInputStream {

    private final long limit;
    private final long reported;
    private long count;

    /** At most {@code limit} bytes of {@code in}; {@code reported} is the limit that the sender is told. */
    LimitedBody(InputStream in, long limit, long reported) {
        super(in);
        this.limit = limit;
        this.reported = reported;
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        counted(value < 0 ? 0 : 1);
        return value;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        counted(Math.max(0, read));
        return read;
    }

    @Override
    public long skip(long wanted) throws IOException {
        long skipped = super.skip(wanted);
        counted(skipped);
        return skipped;
    }

    private void counted(long more) {
        count += more;
        if (count > limit) {
            throw new UploadTooLarge(reported);
        }
    }
}
