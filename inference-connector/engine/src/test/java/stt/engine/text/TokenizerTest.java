package stt.engine.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.StringJoiner;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import stt.engine.UnusableModel;

class TokenizerTest {

    /** Ġ is a space, ä¸ Ń the three bytes of 中, Ã© those of é, Ċ a line feed. */
    private static final String SMALL =
            """
            {"version": "1.0", "added_tokens": [{"id": 9, "content": "<|endoftext|>"}],
             "decoder": {"type": "ByteLevel", "nested": [1, {"vocab": {"x": 0}}]},
             "model": {"type": "BPE", "dropout": null,
               "vocab": {"Hello": 0, "Ġworld": 1, "ä¸": 2, "Ń": 3, "Ã": 4, "©": 5, "ÃĬ": 6, "!": 7},
               "merges": ["a b"]}}
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    Path folder;

    @SuppressWarnings("NullAway.Init") // set before each test
    private Tokenizer tokenizer;

    @BeforeEach
    void load() throws IOException {
        tokenizer = Tokenizer.load(write(SMALL));
    }

    private Path write(String json) throws IOException {
        return Files.writeString(folder.resolve("tokenizer.json"), json);
    }

    @Test
    void joinsTokensToText() {
        assertThat(tokenizer.size()).isEqualTo(8);
        assertThat(tokenizer.decode(new int[] {0, 1, 7})).isEqualTo("Hello world!");
    }

    @Test
    void keepsCharactersWholeThatSpanTokens() {
        assertThat(tokenizer.units(new int[] {0, 2, 3, 1}))
                .containsExactly(new TextUnit("Hello", 0, 1), new TextUnit("中", 1, 3), new TextUnit(" world", 3, 4));
    }

    @Test
    void dropsBytesThatAreNoCharacter() {
        assertThat(tokenizer.decode(new int[] {3, 0})).isEqualTo("Hello");
        assertThat(tokenizer.decode(new int[] {2, 0})).isEqualTo("Hello");
        assertThat(tokenizer.decode(new int[] {0, 2})).isEqualTo("Hello");
        assertThat(tokenizer.decode(new int[] {4, 4, 5})).isEqualTo("é");
    }

    /** One token for every byte: the worst that can happen to a character. */
    @ParameterizedTest
    @ValueSource(strings = {"naïve café", "我们必须向前走。", "日本語とカナ", "ภาษาไทย", "Привет, мир", "👩‍👧 ok"})
    void noCharacterIsCutWhereverTheTokensEnd(String text) throws IOException {
        Tokenizer byByte = Tokenizer.load(write(everyByte()));
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int[] tokens = new int[bytes.length];
        for (int i = 0; i < tokens.length; i++) {
            tokens[i] = bytes[i] & 0xff;
        }

        assertThat(byByte.units(tokens))
                .extracting(TextUnit::text)
                .containsExactly(text.codePoints().mapToObj(Character::toString).toArray(String[]::new));
        for (int length = 0; length <= tokens.length; length++) {
            String begin = byByte.decode(Arrays.copyOf(tokens, length));
            assertThat(text).startsWith(begin);
            assertThat(length - begin.getBytes(StandardCharsets.UTF_8).length).isBetween(0, 3);
        }
    }

    /** A vocabulary in which the token of a byte is its value, written as GPT-2's table does. */
    private static String everyByte() {
        StringJoiner vocabulary = new StringJoiner(", ", "{\"model\": {\"vocab\": {", "}}}");
        int other = 0x100;
        for (int value = 0; value < 256; value++) {
            boolean printable = (value > ' ' && value < 0x7f) || (value > 0xa0 && value != 0xad);
            vocabulary.add("\"\\u%04x\": %d".formatted(printable ? value : other++, value));
        }
        return vocabulary.toString();
    }

    @Test
    void everyTokenBelongsToAUnitEvenWithoutText() {
        assertThat(tokenizer.units(new int[] {3, 0, 99, 2}))
                .containsExactly(
                        new TextUnit("", 0, 1),
                        new TextUnit("Hello", 1, 2),
                        new TextUnit("", 2, 3),
                        new TextUnit("", 3, 4));
    }

    @Test
    void refusesOtherFilesWithASentence() throws IOException {
        Path other = write("{\"model\": {\"type\": \"Unigram\"}}");
        assertThatThrownBy(() -> Tokenizer.load(other))
                .isInstanceOf(UnusableModel.class)
                .hasMessageContaining("is not a byte-level BPE tokenizer.json");
        Path cut = write(SMALL.substring(0, SMALL.indexOf("\"ÃĬ\"")));
        assertThatThrownBy(() -> Tokenizer.load(cut))
                .isInstanceOf(UnusableModel.class)
                .hasMessageContaining("is not a byte-level BPE tokenizer.json");
        assertThatThrownBy(() -> Tokenizer.load(folder.resolve("none.json")))
                .isInstanceOf(UnusableModel.class)
                .hasMessageContaining("cannot be read");
    }
}
