package stt.models.sources;

import java.util.regex.Pattern;

/** What the values of this package must look like; manifests and catalogs are files that people may edit. */
final class Checks {

    private static final Pattern FILE_NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]*");
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    private Checks() {}

    static void fileName(String name) {
        if (!FILE_NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("a file name without a path was expected, found \"" + name + "\"");
        }
    }

    static void content(long size, String sha256) {
        if (size < 0) {
            throw new IllegalArgumentException("a size must not be negative, found " + size);
        }
        if (!SHA256.matcher(sha256).matches()) {
            throw new IllegalArgumentException("a sha256 has 64 hexadecimal digits, found \"" + sha256 + "\"");
        }
    }
}
