package stt.models.whisper;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SpecialTokensTest {
    private static final List<String> AFTER_LANGUAGES = List.of(
            "<|translate|>", "<|transcribe|>", "<|startoflm|>", "<|startofprev|>", "<|nospeech|>", "<|notimestamps|>");

    @Test
    void modelsWithTheVocabularyOfGpt2AreEnglishOnlyThoughTheirTokenizersListLanguages() {
        SpecialTokens tokens = SpecialTokens.of(tokenizer(50256, "en", "zh", "de"), 51864);
        assertThat(tokens.multilingual()).isFalse();
        assertThat(tokens.languages()).containsExactly("en");
        assertThat(tokens.startOfTranscript()).isEqualTo(50257);
        assertThat(tokens.firstLanguage()).isEqualTo(50258);
    }

    @Test
    void laterTokensMoveWithTheNumberOfLanguages() {
        SpecialTokens two = SpecialTokens.of(tokenizer(50257, "en", "zh"), 51865);
        SpecialTokens three = SpecialTokens.of(tokenizer(50257, "en", "zh", "yue"), 51866);
        assertThat(two.multilingual()).isTrue();
        assertThat(three.languages()).containsExactly("en", "zh", "yue");
        assertThat(three.transcribe()).isEqualTo(two.transcribe() + 1);
        assertThat(three.timestampBegin()).isEqualTo(two.timestampBegin() + 1);
    }

    @Test
    void bothSpellingsOfNoSpeechAreKnown() {
        Map<Integer, String> renamed =
                new HashMap<>(tokenizer(50257, "en", "zh").added());
        renamed.replaceAll((id, token) -> token.equals("<|nospeech|>") ? "<|nocaptions|>" : token);
        assertThat(SpecialTokens.of(new SpecialTokens.Tokenizer(renamed, 0), 51865))
                .isEqualTo(SpecialTokens.of(tokenizer(50257, "en", "zh"), 51865));
    }

    @Test
    void hebrewHasItsPresentCode() {
        assertThat(SpecialTokens.of(tokenizer(50257, "en", "iw"), 51865).languages())
                .containsExactly("en", "he");
    }

    private static SpecialTokens.Tokenizer tokenizer(int endOfText, String... languages) {
        Map<Integer, String> added = new HashMap<>();
        added.put(endOfText, "<|endoftext|>");
        added.put(endOfText + 1, "<|startoftranscript|>");
        int next = endOfText + 2;
        for (String language : languages) {
            added.put(next++, "<|" + language + "|>");
        }
        for (String token : AFTER_LANGUAGES) {
            added.put(next++, token);
        }
        return new SpecialTokens.Tokenizer(added, 0);
    }
}
