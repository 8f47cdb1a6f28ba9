package stt.web.errors;

/** An upload crosses its tier's limit. */
public final class UploadTooLarge extends RuntimeException {

    private static final long MEBIBYTE = 1 << 20;

    /** {@code limit} in bytes. */
    public UploadTooLarge(long limit) {
        super("The file is larger than the " + limit / MEBIBYTE + " MB that are allowed here.");
    }
}
