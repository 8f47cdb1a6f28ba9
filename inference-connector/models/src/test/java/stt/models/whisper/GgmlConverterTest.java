package stt.models.whisper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GgmlConverterTest {

    @TempDir
    Path folder;

    @Test
    void refusesVocabulariesThatWhisperCppWouldMisread() throws IOException {
        new TinyWhisper(CTranslate2File.FLOAT16).write(folder);

        assertThatThrownBy(() -> converter(Precision.FP16).convert(folder, folder.resolve("ggml.bin")))
                .isInstanceOf(UnreadableModel.class)
                .hasMessageContaining("not this one of 53");
        assertThat(folder.resolve("ggml.bin")).doesNotExist();
    }

    @Test
    void refusesWhatWhisperCppCannotRun() {
        for (Precision precision : List.of(Precision.NB8, Precision.FP32)) {
            assertThatThrownBy(() -> converter(precision))
                    .isInstanceOf(UnreadableModel.class)
                    .hasMessageContaining("in fp16, and not in " + precision.id());
        }
    }

    @Test
    void wordsAreTheBytesThatTheyStandFor() throws IOException {
        Path tokenizer = folder.resolve("tokenizer.json");
        Files.writeString(
                tokenizer,
                """
                {"model": {"vocab": {"\\u0120the": 0, "\\u010a": 1, "\\u00c3\\u00a9": 2, "!": 4, "\\u0142": 5, "\\u0143": 6, "last": 9}}}
                """);
        List<byte[]> words = GgmlVocabulary.words(new JsonFile(tokenizer, "a tokenizer"), 7);

        assertThat(words.stream().map(word -> new String(word, StandardCharsets.ISO_8859_1)))
                .containsExactly(" the", "\n", "\u00c3\u00a9", "", "!", "\u00a0", "\u00ad");
        assertThat(new String(words.get(2), StandardCharsets.UTF_8)).isEqualTo("\u00e9");
    }

    /** A filter has the area 1, which wide ones show in bands of 40 Hz; the first weight is that of openai/whisper's mel_filters.npz. */
    @Test
    void filtersAreThoseOfWhisper() {
        float[] weights = new MelFilters(80).weights();
        assertThat(weights[0]).isZero();
        assertThat(weights[1]).isCloseTo(0.024862595f, within(1e-7f));
        for (int bin = 55; bin < 80; bin++) {
            double area = 0;
            for (int band = 0; band < MelFilters.BANDS; band++) {
                area += 40 * weights[bin * MelFilters.BANDS + band];
            }
            assertThat(area).as("area of filter %d", bin).isCloseTo(1, within(0.1));
        }
        assertThat(new MelFilters(128).weights()).hasSize(128 * MelFilters.BANDS);
    }

    /** Both kinds of vocabulary; the sizes are those of ggml-base.bin and ggml-tiny.en.bin in whisper.cpp's repository. */
    @ParameterizedTest
    @CsvSource({"base, 147951465", "tiny.en, 77704715"})
    @Tag("models")
    void convertedModelsAreSoundAndAsLargeAsThePublishedFiles(String id, long size) {
        Path source = Path.of(System.getProperty("stt.models.dir"), ".sources", id);
        Path target = folder.resolve(id + ".bin");
        long[] last = new long[2];
        GgmlConverter converter = new GgmlConverter(Precision.FP16, (done, total) -> {
            last[0] = done;
            last[1] = total;
        });

        assertThat(converter.convert(source, target).getJsonArray("languages"))
                .isEqualTo(GgmlFile.read(target).facts().getJsonArray("languages"));
        assertThat(GgmlFile.read(target).type()).isEqualTo("f16");
        assertThat(last[0]).isEqualTo(last[1]).isPositive();
        assertThat(folder.resolve("tokenizer.json")).doesNotExist();
        assertThat(target).hasSize(size);
    }

    private static GgmlConverter converter(Precision precision) {
        return new GgmlConverter(precision, (done, total) -> {});
    }
}
