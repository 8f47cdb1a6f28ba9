package stt.models.whisper;

import jakarta.json.Json;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The tokens that steer a Whisper model, found by their spelling in its tokenizer.
 *
 * @param multilingual whether the model was trained on more than English
 * @param languages codes in the order of their tokens; English alone when not multilingual
 * @param firstLanguage id of the token of the first language; the others follow it
 * @param timestampBegin id of {@code <|0.00|>}; each id after it is 0.02 s later
 */
record SpecialTokens(
        boolean multilingual,
        List<String> languages,
        int startOfTranscript,
        int endOfText,
        int transcribe,
        int translate,
        int startOfPrevious,
        int startOfLm,
        int noSpeech,
        int noTimestamps,
        int timestampBegin,
        int firstLanguage) {

    /**
     * English-only models keep GPT-2's vocabulary, whose last token is this one; multilingual models have a vocabulary
     * of their own (Radford et al. 2022, section 2.2). Nothing else in a tokenizer tells them apart: English-only ones
     * list the language tokens too.
     */
    private static final int GPT2_END_OF_TEXT = 50256;

    private static final String START_OF_TRANSCRIPT = "<|startoftranscript|>";

    /** @throws UnreadableModel when a token is missing, or lies outside the model's vocabulary */
    static SpecialTokens of(Tokenizer tokenizer, int vocabulary) {
        Map<Integer, String> added = new TreeMap<>(tokenizer.added());
        Function<List<String>, Integer> id = spellings -> idOf(added, spellings);
        int endOfText = id.apply(List.of("<|endoftext|>"));
        int start = id.apply(List.of(START_OF_TRANSCRIPT));
        List<String> languages = languages(added, start + 1);
        boolean multilingual = endOfText != GPT2_END_OF_TEXT && languages.size() > 1;
        int noTimestamps = id.apply(List.of("<|notimestamps|>"));
        SpecialTokens tokens = new SpecialTokens(
                multilingual,
                multilingual ? languages : List.of("en"),
                start,
                endOfText,
                id.apply(List.of("<|transcribe|>")),
                id.apply(List.of("<|translate|>")),
                id.apply(List.of("<|startofprev|>")),
                id.apply(List.of("<|startoflm|>")),
                id.apply(List.of("<|nospeech|>", "<|nocaptions|>")), // the second is what OpenAI renamed to the first
                noTimestamps,
                noTimestamps + 1, // so in every published vocabulary; tokenizers mostly leave the timestamps out
                start + 1);
        tokens.checkFits(vocabulary, tokenizer.largest());
        return tokens;
    }

    private static int idOf(Map<Integer, String> added, List<String> spellings) {
        return added.entrySet().stream()
                .filter(e -> spellings.contains(e.getValue()))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() ->
                        new UnreadableModel("tokenizer.json is not Whisper's: it has no token " + spellings.get(0)));
    }

    private static List<String> languages(Map<Integer, String> added, int first) {
        return IntStream.iterate(first, i -> i + 1)
                .mapToObj(i -> languageOf(added.getOrDefault(i, "")))
                .takeWhile(Optional::isPresent)
                .flatMap(Optional::stream)
                .collect(Collectors.toUnmodifiableList());
    }

    private static Optional<String> languageOf(String token) {
        if (!token.matches("<\\|[a-z]{2,3}\\|>")) {
            return Optional.empty();
        }
        String code = token.substring(2, token.length() - 2);
        return Optional.of(code.equals("iw") ? "he" : code); // early tokenizers spell Hebrew by its withdrawn code
    }

    private void checkFits(int vocabulary, int largest) {
        int last = IntStream.of(timestampBegin, endOfText, firstLanguage + languages.size() - 1, largest)
                .max()
                .orElseThrow();
        if (last >= vocabulary) {
            throw new UnreadableModel(
                    "the tokenizer does not belong to the weights: it has a token %d, but the model knows only %d"
                            .formatted(last, vocabulary));
        }
        if (languages.isEmpty()) {
            throw new UnreadableModel("tokenizer.json has no language tokens after " + START_OF_TRANSCRIPT);
        }
    }

    JsonObjectBuilder toJson() {
        return Json.createObjectBuilder()
                .add("start_of_transcript", startOfTranscript)
                .add("end_of_text", endOfText)
                .add("transcribe", transcribe)
                .add("translate", translate)
                .add("start_of_previous", startOfPrevious)
                .add("start_of_lm", startOfLm)
                .add("no_speech", noSpeech)
                .add("no_timestamps", noTimestamps)
                .add("timestamp_begin", timestampBegin)
                .add("first_language", firstLanguage);
    }

    /** Whether the vocabulary is that of English-only models. */
    boolean hasEnglishVocabulary() {
        return endOfText == GPT2_END_OF_TEXT;
    }

    /** The same model, which is told neither language nor task. */
    SpecialTokens englishOnly() {
        return new SpecialTokens(
                false,
                List.of("en"),
                startOfTranscript,
                endOfText,
                transcribe,
                translate,
                startOfPrevious,
                startOfLm,
                noSpeech,
                noTimestamps,
                timestampBegin,
                firstLanguage);
    }

    /**
     * What a tokenizer.json says that concerns us.
     *
     * @param added tokens beyond its words, by id
     * @param largest id of all tokens
     */
    record Tokenizer(Map<Integer, String> added, int largest) {
        Tokenizer {
            added = Map.copyOf(added);
        }

        static Tokenizer of(JsonObject json) {
            Map<Integer, String> added = json.getJsonArray("added_tokens").getValuesAs(JsonObject.class).stream()
                    .collect(Collectors.toMap(t -> t.getInt("id"), t -> t.getString("content")));
            IntStream words = Optional.ofNullable(json.getJsonObject("model"))
                    .map(model -> model.getJsonObject("vocab").values().stream()
                            .mapToInt(id -> ((JsonNumber) id).intValueExact()))
                    .orElseGet(IntStream::empty);
            int[] ids = IntStream.concat(words, added.keySet().stream().mapToInt(Integer::intValue))
                    .toArray();
            if (IntStream.of(ids).anyMatch(id -> id < 0)) {
                throw new IllegalArgumentException("it has a token with a negative id");
            }
            return new Tokenizer(added, IntStream.of(ids).max().orElse(-1));
        }

        /** The id of a token. */
        OptionalInt id(String spelling) {
            return added.entrySet().stream()
                    .filter(token -> token.getValue().equals(spelling))
                    .mapToInt(Map.Entry::getKey)
                    .findFirst();
        }
    }
}
