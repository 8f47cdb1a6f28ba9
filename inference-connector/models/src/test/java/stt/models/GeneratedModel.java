package stt.models;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import stt.models.sources.Archive;
import stt.models.sources.ArchiveSource;
import stt.models.sources.Content;
import stt.models.sources.Mirror;
import stt.models.sources.ModelFile;
import stt.models.sources.Piece;

/**
 * A model of random bytes: {@code weights.onnx} in two parts, one in each of two wheels, and {@code words.json} in the
 * first wheel. The same on every call with the same id.
 */
public final class GeneratedModel {

    public static final String WEIGHTS = "weights.onnx";
    public static final String WORDS = "words.json";
    private static final int WEIGHT_BYTES = 300_001;

    private final String id;
    private final byte[] weights;
    private final byte[] words;

    public GeneratedModel(String id) {
        this.id = id;
        this.weights = new byte[WEIGHT_BYTES];
        new Random(id.hashCode()).nextBytes(weights);
        this.words = ("words of " + id).getBytes(StandardCharsets.UTF_8);
    }

    /** A catalog with this model alone. */
    public Catalog catalog() {
        return new Catalog(List.of(entry()));
    }

    /** The same catalog, but that the licence restricts use. */
    public Catalog restricted() {
        return new Catalog(List.of(entry(new Licence("CC-BY-NC-4.0", "https://example.org/licence", "nobody", true))));
    }

    public CatalogEntry entry() {
        return entry(new Licence("MIT", "", "nobody"));
    }

    private CatalogEntry entry(Licence licence) {
        Archive first = new Archive(
                "generated-" + id + "-part1==1.0",
                WEIGHT_BYTES,
                List.of(piece("data/weights.part1", WEIGHTS, firstPart()), piece("data/words.json", WORDS, words)));
        Archive second = new Archive(
                "generated-" + id + "-part2==1.0",
                WEIGHT_BYTES,
                List.of(piece("data/weights.part2", WEIGHTS, secondPart())));
        return new CatalogEntry(
                id,
                Task.VOICE_ACTIVITY,
                "Generated " + id,
                List.of(),
                Speed.FAST,
                "silero",
                1_000_000,
                true,
                licence,
                Map.of(),
                List.of(file(WEIGHTS, weights), file(WORDS, words)),
                List.of(new ArchiveSource(Mirror.PIP, List.of(first, second))));
    }

    /** The published files. */
    public Path writeFiles(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.write(folder.resolve(WEIGHTS), weights);
        Files.write(folder.resolve(WORDS), words);
        return folder;
    }

    /** The wheels that hold them. */
    public Path writeWheels(Path folder) throws IOException {
        Files.createDirectories(folder);
        writeWheel(wheel(folder, 1), Map.of("data/weights.part1", firstPart(), "data/words.json", words));
        writeWheel(wheel(folder, 2), Map.of("data/weights.part2", secondPart()));
        return folder;
    }

    /** Where {@link #writeWheels} puts a part. */
    public Path wheel(Path folder, int part) {
        return folder.resolve("generated_%s_part%d-1.0-py3-none-any.whl".formatted(id, part));
    }

    /** A wheel that pip accepts, with these entries. */
    static void writeWheel(Path wheel, Map<String, byte[]> entries) throws IOException {
        String name = wheel.getFileName().toString().split("-", 2)[0];
        Map<String, byte[]> all = new LinkedHashMap<>(entries);
        all.put(name + "-1.0.dist-info/METADATA", text("Metadata-Version: 2.1\nName: " + name + "\nVersion: 1.0\n"));
        all.put(
                name + "-1.0.dist-info/WHEEL",
                text("Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n"));
        all.put(name + "-1.0.dist-info/RECORD", text(""));
        try (OutputStream out = Files.newOutputStream(wheel);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> entry : all.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        }
    }

    private byte[] firstPart() {
        return Arrays.copyOf(weights, WEIGHT_BYTES / 2);
    }

    private byte[] secondPart() {
        return Arrays.copyOfRange(weights, WEIGHT_BYTES / 2, WEIGHT_BYTES);
    }

    private static ModelFile file(String name, byte[] bytes) {
        Content content = content(bytes);
        return new ModelFile(name, content.size(), content.sha256());
    }

    private static Piece piece(String path, String file, byte[] bytes) {
        Content content = content(bytes);
        return new Piece(path, file, content.size(), content.sha256());
    }

    private static Content content(byte[] bytes) {
        try {
            return Content.copy(new ByteArrayInputStream(bytes), OutputStream.nullOutputStream(), copied -> {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
