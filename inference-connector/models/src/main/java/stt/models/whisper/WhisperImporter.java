package stt.models.whisper;

import jakarta.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import stt.models.onnx.ExternalData;
import stt.models.onnx.OnnxGraph;

/**
 * Imports a Whisper model that Hugging Face's transformers or CTranslate2's converter wrote. What it leaves in the target folder: {@code encoder.onnx},
 * {@code encoder.bin}, {@code decoder.onnx}, {@code decoder.bin}, {@code tokenizer.json} as it came, and, written last,
 * {@code whisper.json}: a folder without that file is not a model. Peak memory is a few megabytes beside the tokenizer.
 */
public final class WhisperImporter {
    private static final String FACTS = "whisper.json";

    private final Precision precision;
    private final ImportProgress progress;

    /** @param progress is called during {@link #importModel} on the same thread */
    public WhisperImporter(Precision precision, ImportProgress progress) {
        this.precision = precision;
        this.progress = progress;
    }

    /**
     * Imports {@code source} into {@code target}, which is created if need be; files of an earlier import are replaced.
     *
     * @param source folder with {@code model.safetensors} or the files of its index, {@code config.json}, a tokenizer and,
     *     if at hand, {@code generation_config.json} and {@code preprocessor_config.json}; or with {@code model.bin}, {@code
     *     config.json}, {@code tokenizer.json} and, if at hand, {@code vocabulary.txt} or {@code vocabulary.json}
     * @throws UnreadableModel when a file is missing, damaged, or does not belong to the others; nothing, or a folder
     *     without whisper.json, is left behind
     * @throws UncheckedIOException when the target cannot be written
     */
    public void importModel(Path source, Path target) {
        ModelFolder folder = ModelFolder.of(source);
        try (WeightSource weights = folder.openWeights()) {
            WhisperFacts facts = folder.facts(WhisperDimensions.of(weights));
            Files.createDirectories(target);
            Files.deleteIfExists(target.resolve(FACTS));
            writeGraphs(weights, facts, target);
            folder.writeTokenizer(target.resolve("tokenizer.json"));
            writeLast(facts, target.resolve(FACTS));
        } catch (IOException e) {
            throw new UncheckedIOException("the imported model cannot be written to " + target + ": " + e, e);
        }
    }

    /**
     * The names of the files in a folder that make a Whisper model, those that are missing included.
     *
     * @throws UnreadableModel when a file that names others is not what it should be
     */
    public static List<String> files(Path source) {
        return ModelFolder.of(source).files();
    }

    /** Whether a folder has weights in Hugging Face's layout. */
    public static boolean hasSafetensors(Path source) {
        return SafetensorsFiles.areIn(source);
    }

    private void writeGraphs(WeightSource weights, WhisperFacts facts, Path target) throws IOException {
        WhisperDimensions dimensions = facts.dimensions();
        LongConsumer count = new Counter(new WhisperLayout(dimensions).size(), progress);
        writeGraph("encoder", target, weights, count, graph -> new EncoderGraph(
                        dimensions, graph, precision.encoderLinear(graph))
                .build());
        writeGraph("decoder", target, weights, count, graph -> new DecoderGraph(
                        dimensions, facts.alignment(), graph, precision.decoderLinear(graph))
                .build());
    }

    private void writeGraph(
            String name, Path target, WeightSource weights, LongConsumer count, Consumer<GraphWeights> builder)
            throws IOException {
        OnnxGraph graph = new OnnxGraph(name);
        try (ExternalData data = ExternalData.create(target.resolve(name + ".bin"))) {
            builder.accept(
                    new GraphWeights(weights, graph, data, new GraphWeights.Writing(precision.numbers(), count)));
            data.finish();
        }
        graph.write(target.resolve(name + ".onnx"));
    }

    private static void writeLast(WhisperFacts facts, Path file) throws IOException {
        Path draft = file.resolveSibling(file.getFileName() + ".part");
        byte[] json =
                Json.createObjectBuilder(facts.toJson()).build().toString().getBytes(StandardCharsets.UTF_8);
        try (FileChannel channel = FileChannel.open(
                draft, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer bytes = ByteBuffer.wrap(json);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Adds up what was imported. */
    private static final class Counter implements LongConsumer {
        private final long total;
        private final ImportProgress progress;
        private long done;

        Counter(long total, ImportProgress progress) {
            this.total = total;
            this.progress = progress;
        }

        @Override
        public void accept(long weights) {
            done += weights;
            progress.imported(done, total);
        }
    }
}
