package stt.models.cli;

import java.util.Locale;

/** Sizes for people, in decimal units as disks and networks count. */
final class Bytes {

    private Bytes() {}

    static String text(long bytes) {
        if (bytes < 1_000_000) {
            return (bytes + 999) / 1000 + " kB";
        }
        return bytes < 10_000_000
                ? String.format(Locale.ROOT, "%.1f MB", bytes / 1e6)
                : Math.round(bytes / 1e6) + " MB";
    }
}
