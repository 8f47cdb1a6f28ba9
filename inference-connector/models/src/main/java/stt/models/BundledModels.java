package stt.models;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import stt.models.sources.Content;
import stt.models.sources.ModelFile;

/**
 * The small models that are part of this jar, so that they need no installation: those that tell speakers apart. Licences
 * and origin are in {@code bundled/README.md} beside this class.
 */
public final class BundledModels {

    /** Who speaks in 10 s of audio: pyannote segmentation-3.0. */
    public static final String SEGMENTATION = "segmentation-3.0.onnx";

    /** What a voice sounds like: CAM++ of 3D-Speaker. */
    public static final String VOICES = "campplus-zh-en.onnx";

    private static final List<ModelFile> FILES = List.of(
            new ModelFile(SEGMENTATION, 5984314, "09c6456c58ff64f4a9351c9c1363b5a0ee575b1284c79afbcac20a15285400b2"),
            new ModelFile(VOICES, 28303555, "eb234765ff8fe55189e8f1da30129be4415362b166489af29710471434bbbcaf"));

    private BundledModels() {}

    /**
     * Makes sure that every bundled file is in {@code folder}, which is created if need be: writes those that are missing
     * or differ, leaves the others alone. Any number of processes may do so at a time.
     *
     * @throws StoreFailed when the folder cannot be read or written
     */
    public static void unpack(Path folder) {
        try {
            Files.createDirectories(folder);
            for (ModelFile file : FILES) {
                if (!isThere(folder.resolve(file.name()), file)) {
                    write(folder, file);
                }
            }
        } catch (IOException e) {
            throw StoreFailed.because("The bundled models could not be unpacked into " + folder, folder, e);
        }
    }

    private static boolean isThere(Path path, ModelFile file) throws IOException {
        return Files.isRegularFile(path)
                && Content.of(path, read -> {}).equals(new Content(file.size(), file.sha256()));
    }

    /** Beside its place first: a file under its name is always whole. */
    private static void write(Path folder, ModelFile file) throws IOException {
        Path partial = Files.createTempFile(folder, ".partial-", file.name());
        try (InputStream in = Objects.requireNonNull(
                        BundledModels.class.getResourceAsStream("bundled/" + file.name()),
                        () -> file.name() + " is missing from the jar");
                OutputStream out = Files.newOutputStream(partial)) {
            Content.copy(in, out, copied -> {}).mustBe(file.size(), file.sha256(), file.name());
            Files.move(partial, folder.resolve(file.name()), StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(partial);
        }
    }
}
