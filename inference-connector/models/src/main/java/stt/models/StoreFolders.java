package stt.models;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import stt.models.sources.Folders;
import stt.models.sources.Pieces;

/**
 * The folders of a store: one for each model, under its id, and those with a dot, which only the holder of the lock may
 * look at.
 *
 * @param directory of the store
 */
record StoreFolders(Path directory) {

    private static final String PARTIAL = ".partial-";
    private static final String REPLACED = ".replaced-";
    private static final String REMOVED = ".removed-";

    Path model(String id) {
        return directory.resolve(id);
    }

    /** A new folder, in which a model is put together before it is renamed into place. */
    Path newPartial(String id) throws IOException {
        return Files.createTempDirectory(directory, PARTIAL + id + "-");
    }

    /** The published files of a model, kept because somebody asked for it. */
    Path kept(String id) {
        return directory.resolve(".sources").resolve(id);
    }

    Pieces pieces() {
        return new Pieces(directory.resolve(".pieces"));
    }

    /** What has come of a model's files from a hub. */
    Path downloads(String id) {
        return directory.resolve(".downloads").resolve(id);
    }

    /** Puts a finished folder into a model's place. A crash in between is mended by {@link #sweep}. */
    void replace(String id, Path finished) throws IOException {
        Path old = directory.resolve(REPLACED + id);
        if (Files.exists(model(id))) {
            Files.move(model(id), old, StandardCopyOption.ATOMIC_MOVE);
        }
        Files.move(finished, model(id), StandardCopyOption.ATOMIC_MOVE);
        Folders.forceNames(directory); // to open and close the lock's file would free the lock
        Folders.delete(old);
    }

    /** Makes a folder disappear at once, then deletes it. */
    void remove(String id, Path folder) throws IOException {
        if (Files.exists(folder)) {
            Path removed = directory.resolve(REMOVED + id + "-" + UUID.randomUUID());
            Files.move(folder, removed, StandardCopyOption.ATOMIC_MOVE);
            Folders.delete(removed);
        }
    }

    /**
     * Removes what crashed processes have left. Whoever holds the lock knows that no other holder is using it; only a
     * download program that has outlived its killed parent may still write there, and then the next sweep removes the rest.
     */
    void sweep() throws IOException {
        for (Path path : list(directory)) {
            String name = path.getFileName().toString();
            if (name.startsWith(REPLACED)) {
                Path model = model(name.substring(REPLACED.length()));
                if (!Files.exists(model)) {
                    Files.move(path, model, StandardCopyOption.ATOMIC_MOVE);
                }
            }
            if (Stream.of(PARTIAL, REPLACED, REMOVED).anyMatch(name::startsWith)) {
                discard(path);
            }
        }
        pieces().sweep(Instant.now());
        sweepDownloads(Instant.now().minus(Pieces.KEPT));
    }

    /** Forgets downloads that nobody has gone on with since. */
    private void sweepDownloads(Instant since) throws IOException {
        Path downloads = directory.resolve(".downloads");
        if (!Files.exists(downloads)) {
            return;
        }
        for (Path download : list(downloads)) {
            boolean going = false;
            for (Path file : list(download)) {
                going |= Files.getLastModifiedTime(file).toInstant().isAfter(since);
            }
            if (!going) {
                discard(download);
            }
        }
    }

    /** Deletes a folder that nobody may look at, as far as it can be deleted now. */
    void discard(Path folder) throws IOException {
        try {
            Folders.delete(folder);
        } catch (DirectoryNotEmptyException e) {
            return; // somebody is still writing
        }
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.toList();
        }
    }
}
