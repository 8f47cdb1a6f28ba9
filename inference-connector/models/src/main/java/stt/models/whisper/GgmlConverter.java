package stt.models.whisper;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Converts published Whisper weights, whatever {@link WhisperImporter} can read, to a file that whisper.cpp runs. Peak memory
 * is a few megabytes beside the tokenizer. Use it for one conversion.
 */
public final class GgmlConverter {

    private final GgmlType matrices = GgmlType.F16;
    private final ImportProgress progress;
    private long done;

    /**
     * @param precision {@code FP16}
     * @param progress is called during {@link #convert} on the same thread
     * @throws UnreadableModel when whisper.cpp cannot run models in {@code precision}
     */
    public GgmlConverter(Precision precision, ImportProgress progress) {
        if (precision != Precision.FP16) {
            throw new UnreadableModel(
                    "whisper.cpp runs converted models in fp16, and not in %s; ggml files that are quantized already are installed as they are"
                            .formatted(precision.id()));
        }
        this.progress = progress;
    }

    /**
     * Converts {@code source}, a folder as {@link WhisperImporter} takes it, to the file {@code target}.
     *
     * @return what is to be known of the model beside its file: the contents of {@code whisper.json}
     * @throws UnreadableModel when a file is missing, damaged, or does not belong to the others, or when whisper.cpp would not
     *     run the model as it should be
     * @throws UncheckedIOException when the target cannot be written
     */
    public JsonObject convert(Path source, Path target) {
        ModelFolder folder = ModelFolder.of(source);
        try (WeightSource weights = folder.openWeights()) {
            WhisperFacts facts = folder.facts(WhisperDimensions.of(weights));
            check(facts);
            write(target, facts.dimensions(), weights, words(folder, target, words(facts.tokens())));
            return facts.toJson();
        } catch (IOException e) {
            throw new UncheckedIOException("the converted model cannot be written to " + target + ": " + e, e);
        }
    }

    private static void check(WhisperFacts facts) {
        int vocabulary = facts.dimensions().vocabulary();
        if (!GgmlTokens.isKnown(vocabulary) || !GgmlTokens.agree(facts.tokens(), vocabulary)) {
            throw new UnreadableModel(
                    "whisper.cpp cannot run this model: it knows Whisper's own vocabularies of 51864 to 51866 tokens, and not this one of %d"
                            .formatted(vocabulary));
        }
    }

    /** As many as published files have: English-only models name the end of the text, which is their vocabulary's last word. */
    private static int words(SpecialTokens tokens) {
        return tokens.multilingual() ? tokens.endOfText() : tokens.endOfText() + 1;
    }

    private static List<byte[]> words(ModelFolder folder, Path target, int count) throws IOException {
        Path tokenizer = target.resolveSibling("tokenizer.json");
        folder.writeTokenizer(tokenizer);
        List<byte[]> words = GgmlVocabulary.words(new JsonFile(tokenizer, "a Hugging Face tokenizer"), count);
        Files.delete(tokenizer);
        return words;
    }

    void write(Path target, WhisperDimensions dimensions, WeightSource weights, List<byte[]> words) throws IOException {
        List<GgmlTensor> tensors = new GgmlLayout(dimensions).tensors();
        long total = tensors.stream().mapToLong(GgmlTensor::elements).sum();
        WeightBlocks blocks = new WeightBlocks(weights, some -> {
            done += some;
            progress.imported(done, total);
        });
        try (GgmlWriter file = GgmlWriter.create(target)) {
            file.sizes(dimensions, matrices);
            file.filters(new MelFilters(dimensions.melBins()));
            file.words(words);
            for (GgmlTensor tensor : tensors) {
                file.tensor(tensor, tensor.type(matrices), blocks);
            }
            file.finish();
        }
    }
}
