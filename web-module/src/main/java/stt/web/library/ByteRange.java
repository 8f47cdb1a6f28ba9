package stt.web.library;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Some of the bytes of a file that has at least one.
 *
 * @param first number of the first byte, from 0
 * @param last number of the last byte, not before the first
 */
record ByteRange(long first, long last) {

    private static final Pattern ONE = Pattern.compile("(?i)\\s*bytes\\s*=\\s*(\\d{0,18})\\s*-\\s*(\\d{0,18})\\s*");

    /** What a {@code Range} header asks for cannot be given (416). */
    static final class Unsatisfiable extends Exception {}

    /**
     * What {@code header} asks for of a file of {@code size} bytes (RFC 9110, section 14.1.2). Empty: all of it; also for a
     * header that is malformed, in another unit, or names several ranges, which may be ignored.
     *
     * @throws Unsatisfiable when the range lies beyond the end
     */
    static Optional<ByteRange> of(@Nullable String header, long size) throws Unsatisfiable {
        Matcher range = ONE.matcher(header == null ? "" : header);
        if (!range.matches()) {
            return Optional.empty();
        }
        String first = range.group(1);
        String last = range.group(2);
        if (first.isEmpty()) {
            return last.isEmpty() ? Optional.empty() : Optional.of(suffix(Long.parseLong(last), size));
        }
        long from = Long.parseLong(first);
        long to = last.isEmpty() ? size - 1 : Long.parseLong(last);
        if (to < from && !last.isEmpty()) {
            return Optional.empty();
        }
        if (from >= size) {
            throw new Unsatisfiable();
        }
        return Optional.of(new ByteRange(from, Math.min(to, size - 1)));
    }

    private static ByteRange suffix(long length, long size) throws Unsatisfiable {
        if (length == 0 || size == 0) {
            throw new Unsatisfiable();
        }
        return new ByteRange(Math.max(0, size - length), size - 1);
    }

    long length() {
        return last - first + 1;
    }

    /** A Content-Range header for a file of {@code size} bytes. */
    String of(long size) {
        return "bytes " + first + "-" + last + "/" + size;
    }
}
