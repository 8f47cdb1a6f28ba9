package stt.models.whisper;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A Whisper model in whisper.cpp's own file format, checked: whisper.cpp believes what such a file says of itself, and takes
 * the process down with it where that is wrong.
 */
public final class GgmlFile {

    /** The file's name in the folder of an installed model. */
    public static final String NAME = "ggml.bin";

    private final WhisperDimensions dimensions;
    private final GgmlType matrices;

    private GgmlFile(WhisperDimensions dimensions, GgmlType matrices) {
        this.dimensions = dimensions;
        this.matrices = matrices;
    }

    /**
     * Reads what a file says of itself, up to its last tensor.
     *
     * @throws UnreadableModel when it is no such file, is damaged, or holds a model that whisper.cpp cannot run
     */
    public static GgmlFile read(Path path) {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            GgmlHeader header = GgmlHeader.read(path, channel);
            new GgmlTensors(path, channel, header).check();
            return new GgmlFile(header.dimensions(), header.matrices());
        } catch (IOException e) {
            throw new UnreadableModel("%s cannot be read: %s".formatted(path, e), e);
        }
    }

    /**
     * The ggml file of a folder: {@code preferred} if that is one, and else the only one.
     *
     * @return its name; empty when there is none
     * @throws UnreadableModel when there are several, none of them preferred
     */
    public static Optional<String> in(Path folder, String preferred) {
        if (isGgml(folder.resolve(preferred))) {
            return Optional.of(preferred);
        }
        List<String> found = list(folder);
        if (found.size() > 1) {
            throw new UnreadableModel("%s holds several models: %s; it should hold one, or %s"
                    .formatted(folder, String.join(", ", found), preferred));
        }
        return found.stream().findFirst();
    }

    private static List<String> list(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(GgmlFile::isGgml)
                    .map(file -> file.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UnreadableModel("%s cannot be listed: %s".formatted(folder, e), e);
        }
    }

    private static boolean isGgml(Path file) {
        if (!file.toString().endsWith(".bin") || !Files.isRegularFile(file)) {
            return false;
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] magic = in.readNBytes(Integer.BYTES);
            return magic.length == Integer.BYTES
                    && ByteBuffer.wrap(magic).order(ByteOrder.LITTLE_ENDIAN).getInt() == GgmlWriter.MAGIC;
        } catch (IOException e) {
            throw new UnreadableModel("%s cannot be read: %s".formatted(file, e), e);
        }
    }

    /** How its matrices are stored: {@code f16}, {@code q5_0} and so on. */
    public String type() {
        return matrices.name().toLowerCase(java.util.Locale.ROOT);
    }

    /** What is to be known of the model beside its file, as in the {@code whisper.json} of an imported one. */
    public JsonObject facts() {
        return Json.createObjectBuilder()
                .add("d_model", dimensions.width())
                .add("heads", dimensions.heads())
                .add("encoder_layers", dimensions.encoderLayers())
                .add("decoder_layers", dimensions.decoderLayers())
                .add("mel_bins", dimensions.melBins())
                .add("vocabulary", dimensions.vocabulary())
                .add("audio_positions", dimensions.audioPositions())
                .add("text_positions", dimensions.textPositions())
                .add("multilingual", GgmlTokens.multilingual(dimensions.vocabulary()))
                .add("languages", Json.createArrayBuilder(GgmlTokens.languages(dimensions.vocabulary())))
                .build();
    }
}
