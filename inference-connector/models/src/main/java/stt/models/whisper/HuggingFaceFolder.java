package stt.models.whisper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import stt.models.whisper.SpecialTokens.Tokenizer;

/**
 * A folder as Hugging Face's transformers write it: safetensors, {@code config.json}, a tokenizer, and, not always,
 * {@code generation_config.json} and {@code preprocessor_config.json}. What holds where a file or a value is missing is
 * said in the package's description.
 */
record HuggingFaceFolder(Path folder) implements ModelFolder {
    private static final String CONFIGURATION = "config.json";
    private static final String GENERATION = "generation_config.json";
    private static final String PREPROCESSOR = "preprocessor_config.json";

    @Override
    public List<String> files() {
        List<String> files = new ArrayList<>(SafetensorsFiles.namesIn(folder));
        files.add(CONFIGURATION);
        for (String optional : List.of(GENERATION, PREPROCESSOR)) {
            if (Files.isRegularFile(folder.resolve(optional))) {
                files.add(optional);
            }
        }
        files.addAll(tokenizer().files());
        return files;
    }

    @Override
    public WeightSource openWeights() {
        return HuggingFaceWeights.open(folder, configuration().heads());
    }

    @Override
    public WhisperFacts facts(WhisperDimensions dimensions) {
        HuggingFaceConfiguration configuration = configuration();
        configuration.check(dimensions);
        checkFeatures(dimensions);
        Tokenizer tokenizer = tokenizer().read();
        GenerationConfiguration generation = generation();
        generation.check(tokenizer);
        SpecialTokens tokens = SpecialTokens.of(tokenizer, dimensions.vocabulary());
        return new WhisperFacts(
                dimensions,
                alignment(generation, dimensions, tokens),
                generation.multilingual().orElse(true) ? tokens : tokens.englishOnly(),
                generation.suppressed().or(configuration::suppressed).orElse(List.of()),
                generation
                        .suppressedAtBegin()
                        .or(configuration::suppressedAtBegin)
                        .orElseGet(() -> List.of(tokens.endOfText())),
                generation.forced());
    }

    @Override
    public void writeTokenizer(Path target) throws IOException {
        tokenizer().writeTo(target);
    }

    /** Distilled models are published with the list of the model that they were distilled from, whose layers they lack. */
    private static AlignmentHeads alignment(
            GenerationConfiguration generation, WhisperDimensions dimensions, SpecialTokens tokens) {
        return generation
                .alignment()
                .map(heads -> heads.within(dimensions))
                .filter(heads -> heads.count() > 0)
                .orElseGet(() -> AlignmentHeads.ofShape(dimensions, tokens));
    }

    private HuggingFaceConfiguration configuration() {
        return new JsonFile(folder.resolve(CONFIGURATION), "the configuration of a Hugging Face Whisper model")
                .read(reader -> HuggingFaceConfiguration.of(reader.readObject()));
    }

    private GenerationConfiguration generation() {
        JsonFile file = new JsonFile(folder.resolve(GENERATION), "the generation configuration of a Whisper model");
        return file.exists()
                ? file.read(reader -> GenerationConfiguration.of(reader.readObject()))
                : GenerationConfiguration.ABSENT;
    }

    private void checkFeatures(WhisperDimensions dimensions) {
        JsonFile file = new JsonFile(folder.resolve(PREPROCESSOR), "the configuration of Whisper's features");
        if (file.exists()) {
            FeatureConfiguration features =
                    file.read(reader -> FeatureConfiguration.of(reader.readObject(), dimensions.melBins()));
            features.check(dimensions);
        }
    }

    private TokenizerFiles tokenizer() {
        return new TokenizerFiles(folder);
    }
}
