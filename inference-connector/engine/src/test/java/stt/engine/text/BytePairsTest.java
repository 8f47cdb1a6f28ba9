package stt.engine.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BytePairsTest {

    /** Ġ is a space; pairs are joined in the order of their ids. */
    private static final String SMALL =
            """
            {"model": {"vocab": {"a": 0, "b": 1, "c": 2, "Ġ": 3, "ab": 4, "bc": 5, "abc": 6, "Ġa": 7, "<|end|>": 8}}}
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    Path folder;

    private int[] encode(String text) throws IOException {
        return Tokenizer.load(Files.writeString(folder.resolve("tokenizer.json"), SMALL))
                .encode(text);
    }

    @Test
    void joinsThePairThatComesFirstInTheVocabulary() throws IOException {
        assertThat(encode("abc")).containsExactly(6);
        assertThat(encode("bc")).containsExactly(5);
        assertThat(encode("aab")).containsExactly(0, 4);
        assertThat(encode("ababc")).containsExactly(4, 6);
    }

    @Test
    void aSpaceBelongsToTheWordAfterIt() throws IOException {
        assertThat(encode("a a")).containsExactly(0, 7);
        assertThat(encode(" abc")).containsExactly(3, 6);
    }

    @Test
    void controlTokensAreText() throws IOException {
        assertThat(encode("<|end|>")).isEmpty();
    }

    @Test
    void textThatTheVocabularyDoesNotKnowIsLeftOut() throws IOException {
        assertThat(encode("xax")).containsExactly(0);
        assertThat(encode("")).isEmpty();
    }
}
