package stt.models.whisper;

import static java.util.Objects.requireNonNull;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A Whisper model of random weights, small enough to be computed by hand, written as CTranslate2's converter does. */
final class TinyWhisper {
    static final int WIDTH = 64;
    static final int HEADS = 2;
    static final int LAYERS = 2;
    static final int MEL_BINS = 8;
    static final int AUDIO_POSITIONS = 24;
    static final int TEXT_POSITIONS = 16;
    static final List<String> LANGUAGES = List.of("en", "de", "haw");
    static final int WORDS = 40;
    static final Size TINY = new Size(WIDTH, HEADS, LAYERS, LAYERS, MEL_BINS, LANGUAGES, WORDS);

    final Map<String, Tensor> tensors = new LinkedHashMap<>();
    final List<String> vocabulary = new ArrayList<>();
    final List<int[]> alignmentHeads = new ArrayList<>(List.of(new int[] {1, 0}, new int[] {0, 1}, new int[] {1, 1}));
    final Size size;
    private final Random random;
    private final int type;

    /** Sizes of a model; {@code words} is the number of tokens before the control tokens. */
    record Size(
            int width,
            int heads,
            int encoderLayers,
            int decoderLayers,
            int melBins,
            List<String> languages,
            int words) {}

    /** A weight tensor as it is stored, so rounded to the type of the file. */
    @SuppressWarnings("ArrayRecordComponent") // read, never compared
    record Tensor(float[] values, int type, long... dimensions) {}

    TinyWhisper(int type) {
        this(type, TINY);
    }

    TinyWhisper(int type, Size size) {
        this.size = size;
        this.random = new Random(20221206); // the day the paper appeared; any seed does
        this.type = type;
        writeVocabulary();
        part("encoder", size.encoderLayers());
        part("decoder", size.decoderLayers());
        weights("encoder/conv1/weight", size.width(), size.melBins(), 3);
        weights("encoder/conv1/bias", size.width());
        weights("encoder/conv2/weight", size.width(), size.width(), 3);
        weights("encoder/conv2/bias", size.width());
        weights("encoder/position_encodings/encodings", AUDIO_POSITIONS, size.width());
        weights("decoder/position_encodings/encodings", TEXT_POSITIONS, size.width());
        weights("decoder/embeddings/weight", vocabulary.size(), size.width());
        tensors.put("encoder/num_heads", new Tensor(new float[] {size.heads()}, CTranslate2File.INT16));
        tensors.put("decoder/num_heads", new Tensor(new float[] {size.heads()}, CTranslate2File.INT16));
    }

    float[] values(String name) {
        return requireNonNull(tensors.get(name)).values();
    }

    int token(String spelling) {
        return vocabulary.indexOf(spelling);
    }

    /** Writes model.bin, config.json, tokenizer.json and vocabulary.txt. */
    TinyWhisper write(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.write(folder.resolve("model.bin"), modelBin());
        Files.writeString(folder.resolve("config.json"), config());
        Files.writeString(folder.resolve("tokenizer.json"), tokenizer());
        Files.write(folder.resolve("vocabulary.txt"), vocabulary);
        return this;
    }

    byte[] modelBin() {
        CTranslate2File file = CTranslate2File.header(tensors.size());
        tensors.forEach((name, tensor) -> file.tensor(name, tensor.type(), tensor.values(), tensor.dimensions()));
        return file.u32(1)
                .string("decoder/projection/weight")
                .string("decoder/embeddings/weight")
                .bytes();
    }

    private void writeVocabulary() {
        for (int i = 0; i < size.words(); i++) {
            vocabulary.add("w" + i);
        }
        vocabulary.add("<|endoftext|>");
        vocabulary.add("<|startoftranscript|>");
        size.languages().forEach(language -> vocabulary.add("<|" + language + "|>"));
        vocabulary.addAll(List.of(
                "<|translate|>",
                "<|transcribe|>",
                "<|startoflm|>",
                "<|startofprev|>",
                "<|nocaptions|>",
                "<|notimestamps|>",
                "<|0.00|>",
                "<|0.02|>"));
    }

    /** Hugging Face's layout has no biases of keys: this model with zeros in their place. */
    TinyWhisper withoutKeyBiases() {
        tensors.forEach((name, tensor) -> {
            if (name.endsWith("self_attention/linear_0/bias")) {
                Arrays.fill(tensor.values(), size.width(), 2 * size.width(), 0);
            } else if (name.endsWith("/attention/linear_1/bias")) {
                Arrays.fill(tensor.values(), 0, size.width(), 0);
            }
        });
        return this;
    }

    private void part(String part, int layers) {
        boolean crossAttention = part.equals("decoder");
        for (int i = 0; i < layers; i++) {
            String layer = part + "/layer_" + i;
            norm(layer + "/self_attention/layer_norm");
            linear(layer + "/self_attention/linear_0", 3 * size.width(), size.width());
            linear(layer + "/self_attention/linear_1", size.width(), size.width());
            if (crossAttention) {
                norm(layer + "/attention/layer_norm");
                linear(layer + "/attention/linear_0", size.width(), size.width());
                linear(layer + "/attention/linear_1", 2 * size.width(), size.width());
                linear(layer + "/attention/linear_2", size.width(), size.width());
            }
            norm(layer + "/ffn/layer_norm");
            linear(layer + "/ffn/linear_0", 4 * size.width(), size.width());
            linear(layer + "/ffn/linear_1", size.width(), 4 * size.width());
        }
        norm(part + "/layer_norm");
    }

    private void linear(String name, int rows, int columns) {
        weights(name + "/weight", rows, columns);
        weights(name + "/bias", rows);
    }

    private void norm(String name) {
        weights(name + "/gamma", size.width());
        weights(name + "/beta", size.width());
        float[] gamma = values(name + "/gamma");
        for (int i = 0; i < gamma.length; i++) {
            gamma[i] = stored(1 + gamma[i] * 0.5f);
        }
    }

    private void weights(String name, long... dimensions) {
        int count = 1;
        for (long dimension : dimensions) {
            count *= (int) dimension;
        }
        double spread = dimensions.length == 1 ? 0.3 : 2 / Math.sqrt((double) count / dimensions[0]);
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = stored((float) (random.nextGaussian() * spread));
        }
        tensors.put(name, new Tensor(values, type, dimensions));
    }

    private float stored(float value) {
        return switch (type) {
            case CTranslate2File.FLOAT16 -> StoredType.halfToFloat(CTranslate2File.half(value));
            case CTranslate2File.BFLOAT16 -> Float.intBitsToFloat(Float.floatToRawIntBits(value) & 0xffff0000);
            default -> value;
        };
    }

    int type() {
        return type;
    }

    private String config() {
        JsonArrayBuilder heads = Json.createArrayBuilder();
        alignmentHeads.forEach(
                h -> heads.add(Json.createArrayBuilder().add(h[0]).add(h[1])));
        return Json.createObjectBuilder()
                .add("alignment_heads", heads)
                .add("suppress_ids", Json.createArrayBuilder().add(3).add(5))
                .add("suppress_ids_begin", Json.createArrayBuilder().add(7).add(token("<|endoftext|>")))
                .build()
                .toString();
    }

    String tokenizer() {
        JsonArrayBuilder added = Json.createArrayBuilder();
        for (int i = size.words(); i <= token("<|notimestamps|>"); i++) {
            added.add(Json.createObjectBuilder().add("id", i).add("content", vocabulary.get(i)));
        }
        return Json.createObjectBuilder().add("added_tokens", added).build().toString();
    }
}
