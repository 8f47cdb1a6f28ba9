package stt.models.whisper;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes a model that CTranslate2's converter wrote as Hugging Face's transformers would, with the same 16-bit numbers. */
final class PublishedRewriter {
    private static final int ROWS_AT_ONCE = 512;

    private PublishedRewriter() {}

    static void write(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (CTranslate2Weights weights = CTranslate2Weights.open(from.resolve("model.bin"))) {
            WhisperDimensions dimensions = WhisperDimensions.of(weights);
            writeWeights(weights, dimensions, to.resolve("model.safetensors"));
            describe(dimensions, json(from.resolve("config.json")), to);
        }
        Files.copy(from.resolve("tokenizer.json"), to.resolve("tokenizer.json"));
    }

    private static void writeWeights(WeightSource weights, WhisperDimensions dimensions, Path file) throws IOException {
        List<HuggingFaceParts> parts = HuggingFaceParts.of(dimensions.encoderLayers(), dimensions.decoderLayers());
        List<String> entries = new ArrayList<>();
        long end = 0;
        for (HuggingFaceParts part : parts) {
            WeightSource.Shape shape = shape(weights, part);
            long begin = end;
            end += shape.size() * Short.BYTES;
            entries.add("\"%s\":{\"dtype\":\"F16\",\"shape\":%s,\"data_offsets\":[%d,%d]}"
                    .formatted(part.to(), shape.dimensions(), begin, end));
        }
        byte[] header = ("{" + String.join(",", entries) + "}").getBytes(StandardCharsets.UTF_8);
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(ByteBuffer.allocate(Long.BYTES)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putLong(header.length)
                    .array());
            out.write(header);
            for (HuggingFaceParts part : parts) {
                writeNumbers(weights, part, out);
            }
        }
    }

    private static void writeNumbers(WeightSource weights, HuggingFaceParts part, OutputStream out) throws IOException {
        WeightSource.Shape shape = shape(weights, part);
        float[] numbers = new float[ROWS_AT_ONCE * shape.columns()];
        for (int row = 0; row < shape.rows(); row += ROWS_AT_ONCE) {
            int rows = Math.min(ROWS_AT_ONCE, shape.rows() - row);
            weights.read(part.from(), part.part() * shape.rows() + row, rows, numbers);
            ByteBuffer bytes =
                    ByteBuffer.allocate(rows * shape.columns() * Short.BYTES).order(ByteOrder.LITTLE_ENDIAN);
            for (int i = 0; i < rows * shape.columns(); i++) {
                bytes.putShort(CTranslate2File.half(numbers[i]));
            }
            out.write(bytes.array());
        }
    }

    private static WeightSource.Shape shape(WeightSource weights, HuggingFaceParts part) {
        WeightSource.Shape whole = weights.shape(part.from());
        return whole.withRows(whole.rows() / part.parts());
    }

    private static void describe(WhisperDimensions dimensions, JsonObject described, Path to) throws IOException {
        JsonObject config = Json.createObjectBuilder()
                .add("model_type", "whisper")
                .add("d_model", dimensions.width())
                .add("encoder_attention_heads", dimensions.heads())
                .add("decoder_attention_heads", dimensions.heads())
                .add("max_source_positions", dimensions.audioPositions())
                .add("max_target_positions", dimensions.textPositions())
                .build();
        JsonObject generation = Json.createObjectBuilder()
                .add("alignment_heads", described.getJsonArray("alignment_heads"))
                .add("suppress_tokens", described.getJsonArray("suppress_ids"))
                .add("begin_suppress_tokens", described.getJsonArray("suppress_ids_begin"))
                .build();
        Files.writeString(to.resolve("config.json"), config.toString());
        Files.writeString(to.resolve("generation_config.json"), generation.toString());
    }

    private static JsonObject json(Path file) throws IOException {
        try (JsonReader reader = Json.createReader(Files.newBufferedReader(file))) {
            return reader.readObject();
        }
    }
}
