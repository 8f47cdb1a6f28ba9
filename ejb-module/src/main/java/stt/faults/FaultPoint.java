package stt.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;

/** A stage of a transcription at which the kill test ({@code bench/faults}) may have this process wait for its death. */
public enum FaultPoint {
    /** Quota, credits and a slot are reserved, and nothing else has happened. */
    RESERVE,
    /** Part of the audio is decoded. */
    DECODE,
    /** The model has finished; nothing is stored. */
    INFERENCE,
    /** Transcript and segments are stored, not settled. */
    STORE,
    /** All of it is done, and not committed. */
    SETTLE,
    /** The database has prepared its part; nothing is decided. */
    PREPARE,
    /** The decision to commit is logged; the database does not know it yet. */
    COMMIT,
    /** All of it is committed; the client has no answer yet. */
    ANSWER;

    private static final System.Logger LOG = System.getLogger(FaultPoint.class.getName());
    private static final String FILE = System.getProperty("stt.fault.file", "");

    static {
        if (!FILE.isEmpty()) {
            LOG.log(Level.WARNING, "This server is under test: it stops at the stage that {0} names", FILE);
        }
    }

    /** Whether this process is to wait here. */
    public boolean isSet() {
        return !FILE.isEmpty() && name().equals(asked());
    }

    /** Returns at once unless this process is to wait here: then never. */
    public void reach() {
        if (isSet()) {
            tell();
            while (true) {
                LockSupport.park(this);
            }
        }
    }

    private static String asked() {
        try {
            return Files.readString(Path.of(FILE)).strip();
        } catch (NoSuchFileException e) {
            return "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void tell() {
        try {
            Files.createFile(Path.of(FILE + ".reached"));
        } catch (FileAlreadyExistsException e) {
            LOG.log(Level.DEBUG, "another thread has told already", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
