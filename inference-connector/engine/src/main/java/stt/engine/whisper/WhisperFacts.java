package stt.engine.whisper;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import stt.engine.UnusableModel;

/**
 * What {@code whisper.json} says of a model.
 *
 * @param width values of a hidden state
 * @param heads attention heads of every layer
 * @param decoderLayers layers with keys and values
 * @param melBins bins of a feature frame
 * @param vocabulary tokens, control tokens included
 * @param textPositions tokens that the decoder can look back on, prompt included
 * @param multilingual whether the prompt names language and task
 * @param alignmentHeads how many heads follow the audio; their attention is the decoder's {@code xattn} output
 * @param suppressed text tokens that are never chosen
 * @param suppressedAtBegin tokens that are never chosen first
 * @param languages codes, in the order of their tokens
 * @param tokens the control tokens
 */
record WhisperFacts(
        int width,
        int heads,
        int decoderLayers,
        int melBins,
        int vocabulary,
        int textPositions,
        boolean multilingual,
        int alignmentHeads,
        List<Integer> suppressed,
        List<Integer> suppressedAtBegin,
        List<String> languages,
        SpecialTokens tokens) {

    /** Frames of Whisper's full window: 30 s (Radford et al. 2022, section 2.2). */
    static final int FULL_WINDOW = 3000;

    /** Feature frames for one position of the encoder's output. */
    static final int FRAMES_PER_POSITION = 2;

    /** Those of every published Whisper; descriptions written before 2026-11-25 do not tell. */
    private static final int TEXT_POSITIONS = 448;

    WhisperFacts {
        suppressed = List.copyOf(suppressed);
        suppressedAtBegin = List.copyOf(suppressedAtBegin);
        languages = List.copyOf(languages);
    }

    /** @throws UnusableModel when the file is missing, or is not what the importer writes */
    static WhisperFacts read(Path file) {
        try (InputStream in = Files.newInputStream(file);
                JsonReader reader = Json.createReader(in)) {
            WhisperFacts facts = of(reader.readObject());
            facts.check(file);
            return facts;
        } catch (IOException e) {
            throw new UnusableModel("The model's description " + file + " cannot be read: " + e.getMessage(), e);
        } catch (JsonException | NullPointerException | ClassCastException e) {
            throw new UnusableModel("The model's description " + file + " is not what the importer writes.", e);
        }
    }

    private static WhisperFacts of(JsonObject json) {
        return new WhisperFacts(
                json.getInt("d_model"),
                json.getInt("heads"),
                json.getInt("decoder_layers"),
                json.getInt("mel_bins"),
                json.getInt("vocabulary"),
                json.getInt("text_positions", TEXT_POSITIONS),
                json.getBoolean("multilingual"),
                json.getJsonArray("alignment_heads").size(),
                integers(json.getJsonArray("suppress_tokens")),
                integers(json.getJsonArray("suppress_tokens_at_begin")),
                json.getJsonArray("languages").getValuesAs(JsonString::getString),
                SpecialTokens.of(json.getJsonObject("tokens")));
    }

    private static List<Integer> integers(JsonArray array) {
        return array.getValuesAs(JsonNumber::intValue);
    }

    private void check(Path file) {
        require(width > 0 && heads > 0 && width % heads == 0, file, "d_model is a multiple of heads");
        require(decoderLayers > 0 && melBins > 0 && alignmentHeads > 0, file, "layers, bins and heads are positive");
        require(textPositions > 0, file, "the decoder looks back on some tokens");
        require(tokens.highest() < vocabulary, file, "every control token is in the vocabulary");
        require(!languages.isEmpty(), file, "there is a language");
        require(
                !multilingual || tokens.firstLanguage() + languages.size() <= vocabulary,
                file,
                "every language has a token");
    }

    private static void require(boolean holds, Path file, String what) {
        if (!holds) {
            throw new UnusableModel("The model's description " + file + " is wrong: it must hold that " + what + ".");
        }
    }

    /** Values of one head. */
    int headWidth() {
        return width / heads;
    }
}
