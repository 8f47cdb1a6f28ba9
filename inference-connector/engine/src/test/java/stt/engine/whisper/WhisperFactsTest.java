package stt.engine.whisper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stt.engine.UnusableModel;

class WhisperFactsTest {

    private static final String JSON =
            """
            {"d_model": 384, "heads": 6, "encoder_layers": 4, "decoder_layers": 4, "mel_bins": 80, "vocabulary": 51864,
             "multilingual": false, "alignment_heads": [[1, 0], [2, 0]], "suppress_tokens": [1, 2],
             "suppress_tokens_at_begin": [220, 50256], "languages": ["en"],
             "tokens": {"start_of_transcript": 50257, "end_of_text": 50256, "transcribe": 50358, "translate": 50357,
                        "start_of_previous": 50360, "start_of_lm": 50359, "no_speech": 50361, "no_timestamps": 50362,
                        "timestamp_begin": 50363, "first_language": 50258}}
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    Path folder;

    private Path write(String json) throws IOException {
        return Files.writeString(folder.resolve("whisper.json"), json);
    }

    @Test
    void readsWhatTheImporterWrites() throws IOException {
        WhisperFacts facts = WhisperFacts.read(write(JSON));

        assertThat(facts.headWidth()).isEqualTo(64);
        assertThat(facts.alignmentHeads()).isEqualTo(2);
        assertThat(facts.suppressedAtBegin()).containsExactly(220, 50256);
        assertThat(facts.tokens().noTimestamps()).isEqualTo(50362);
        assertThat(facts.textPositions()).isEqualTo(448);
    }

    @Test
    void refusesWhatCannotBe() throws IOException {
        Path heads = write(JSON.replace("\"heads\": 6", "\"heads\": 7"));
        assertThatThrownBy(() -> WhisperFacts.read(heads))
                .isInstanceOf(UnusableModel.class)
                .hasMessageContaining("d_model is a multiple of heads");
        Path tokens = write(JSON.replace("51864", "50000"));
        assertThatThrownBy(() -> WhisperFacts.read(tokens))
                .isInstanceOf(UnusableModel.class)
                .hasMessageContaining("control token");
    }

    @Test
    void refusesOtherFilesWithASentence() throws IOException {
        for (String other : new String[] {"", "[]", "{}", "not json", JSON.replace("\"languages\": [\"en\"],", "")}) {
            Path file = write(other);
            assertThatThrownBy(() -> WhisperFacts.read(file))
                    .isInstanceOf(UnusableModel.class)
                    .hasMessageContaining("is not what the importer writes");
        }
    }
}
