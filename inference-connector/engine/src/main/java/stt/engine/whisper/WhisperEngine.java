package stt.engine.whisper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import stt.engine.EngineOptions;
import stt.engine.SpeechModel;
import stt.engine.UnusableModel;
import stt.engine.onnx.OnnxGraph;
import stt.engine.text.Tokenizer;
import stt.engine.vad.SileroVad;

/** Loads installed Whisper models. */
public final class WhisperEngine {

    private WhisperEngine() {}

    /**
     * Loads a model that the importer wrote: {@code whisper.json}, {@code tokenizer.json}, {@code encoder.onnx} and {@code
     * decoder.onnx} with their weights. The caller closes it.
     *
     * @param id what transcripts name as their model
     * @param directory where those files are
     * @param silero Silero VAD, as {@link SileroVad#load} takes it
     * @throws UnusableModel when a file is missing, corrupt or does not belong to the others, with nothing left in memory
     */
    public static SpeechModel load(String id, Path directory, Path silero, EngineOptions options) {
        WhisperFacts facts = WhisperFacts.read(directory.resolve("whisper.json"));
        Tokenizer tokenizer = Tokenizer.load(directory.resolve("tokenizer.json"));
        if (tokenizer.size() < facts.tokens().endOfText()) {
            throw new UnusableModel("The tokenizer in " + directory + " has " + tokenizer.size()
                    + " tokens, but the model's text needs " + facts.tokens().endOfText() + ".");
        }
        long weights = weights(directory);
        OnnxGraph encoder = OnnxGraph.open(directory.resolve("encoder.onnx"), options);
        try {
            GraphCheck.encoder(directory, facts, encoder);
            return withDecoder(id, directory, silero, options, new Loaded(facts, tokenizer, encoder, weights));
        } catch (RuntimeException e) {
            encoder.close();
            throw e;
        }
    }

    private record Loaded(WhisperFacts facts, Tokenizer tokenizer, OnnxGraph encoder, long weights) {}

    private static SpeechModel withDecoder(
            String id, Path directory, Path silero, EngineOptions options, Loaded loaded) {
        OnnxGraph decoder = OnnxGraph.open(directory.resolve("decoder.onnx"), options);
        try {
            GraphCheck.decoder(directory, loaded.facts(), decoder);
            return new WhisperModel(
                    id,
                    loaded.facts(),
                    loaded.tokenizer(),
                    loaded.encoder(),
                    decoder,
                    SileroVad.load(silero),
                    loaded.weights());
        } catch (RuntimeException e) {
            decoder.close();
            throw e;
        }
    }

    private static long weights(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            long sum = 0;
            for (Path file : (Iterable<Path>) files::iterator) {
                String name = file.getFileName().toString();
                sum += name.endsWith(".onnx") || name.endsWith(".bin") ? Files.size(file) : 0;
            }
            return sum;
        } catch (IOException e) {
            throw new UnusableModel("The model's folder " + directory + " cannot be read: " + e.getMessage(), e);
        }
    }
}
