package stt.server;

import java.nio.file.Path;

/** The file systems of this machine. */
final class Disk {

    private Disk() {}

    /** The bytes that may still be written to the disk of a path that need not exist. */
    static long usableBytes(Path path) {
        Path existing = path.toAbsolutePath();
        while (!existing.toFile().exists() && existing.getParent() != null) {
            existing = existing.getParent();
        }
        return existing.toFile().getUsableSpace();
    }
}
