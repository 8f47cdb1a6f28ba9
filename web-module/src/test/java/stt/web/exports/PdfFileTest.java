package stt.web.exports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.text.Normalizer;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Read back with PDFBox. */
class PdfFileTest {

    @Test
    void hasTitleDateSpeakersAndTimes() throws IOException {
        try (PDDocument document =
                read(Spoken.transcript("Board meeting", "en", List.of("Anna", "Bo"), List.of("Hello.", "Bye.")))) {
            assertThat(text(document).lines().map(line -> line.strip().replace("  ", " ")))
                    .startsWith(
                            "Board meeting",
                            "Date: 2026-11-25 09:30 UTC",
                            "Length: 00:00:10",
                            "Speakers: Anna, Bo",
                            "00:00:00 Anna: Hello.",
                            "00:00:05 Bo: Bye.");
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("Board meeting");
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("en");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ru, \u041f\u0440\u0438\u0432\u0435\u0442",
        "el, \u039a\u03b1\u03bb\u03b7\u03bc\u03ad\u03c1\u03b1",
        "pl, Za\u017c\u00f3\u0142\u0107",
        "vi, Ti\u1ebfng Vi\u1ec7t",
        "hy, \u0532\u0561\u0580\u0587",
        "ka, \u10d2\u10d0\u10db\u10d0\u10e0\u10ef\u10dd\u10d1\u10d0"
    })
    void lettersOfManyAlphabetsAreEmbedded(String language, String word) throws IOException {
        try (PDDocument document = read(Spoken.transcript("a", language, List.of(), List.of(word)))) {
            assertThat(text(document)).contains(word);
            assertThat(fonts(document)).isNotEmpty().allMatch(PDFont::isEmbedded);
        }
    }

    @ParameterizedTest
    @CsvSource({"ar, \u0645\u0631\u062d\u0628\u0627", "fa, \u0633\u0644\u0627\u0645", "he, \u05e9\u05dc\u05d5\u05dd"})
    void rightToLeftIsSetFromTheRightAndJoined(String language, String word) throws IOException {
        try (PDDocument document = read(Spoken.transcript("a", language, List.of(), List.of(word)))) {
            assertThat(Normalizer.normalize(text(document), Normalizer.Form.NFKC))
                    .contains(word);
            assertThat(raw(document).contains(word)).isFalse(); // in the order of writing, in joined forms
            assertThat(fonts(document)).allMatch(PDFont::isEmbedded);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "zh, \u6b22\u8fce\u6536\u542c, STSong-Light",
        "ja, \u3053\u3093\u306b\u3061\u306f\u4e16\u754c, HeiseiKakuGo-W5",
        "ko, \uc548\ub155\ud558\uc138\uc694, HYGoThic-Medium"
    })
    void withoutAFontOfTheOperatorsEastAsianTextUsesTheViewers(String language, String word, String font)
            throws IOException {
        try (PDDocument document = read(Spoken.transcript("a", language, List.of(), List.of(word)))) {
            assertThat(text(document)).contains(word);
            assertThat(fonts(document)).anyMatch(used -> used.getName().startsWith(font));
        }
    }

    @Test
    void aLetterThatNoFontHasIsABox() throws IOException {
        try (PDDocument document =
                read(Spoken.transcript("a", "en", List.of(), List.of("x\ud80c\udc00y\u202ez")))) { // a hieroglyph
            assertThat(text(document)).contains("x\u25a1yz");
        }
    }

    @Test
    void longTextsGoOnOnTheNextPageAndNothingIsLost() throws IOException {
        String word = "Donaudampfschiff ";
        List<String> texts = List.of(word.repeat(2_000).strip(), "x".repeat(3_000), "The end.");
        try (PDDocument document = read(Spoken.transcript("a", "de", List.of(), texts))) {
            String text = text(document).replaceAll("\\s+\\d+\\s*$", " ");
            assertThat(document.getNumberOfPages()).isGreaterThan(5);
            assertThat(Collections.frequency(List.of(text(document).split("\\s+", -1)), word.strip()))
                    .isEqualTo(2_000);
            assertThat(text.chars().filter(c -> c == 'x').count()).isEqualTo(3_000);
            assertThat(text).contains("The end.");
        }
    }

    private static PDDocument read(Export export) throws IOException {
        return Loader.loadPDF(Spoken.bytes(ExportFormat.PDF, export));
    }

    private static String text(PDDocument document) throws IOException {
        return new PDFTextStripper().getText(document);
    }

    /** What stands in the pages' own order. */
    private static String raw(PDDocument document) throws IOException {
        StringBuilder shown = new StringBuilder();
        new PDFTextStripper() {
            @Override
            protected void processTextPosition(org.apache.pdfbox.text.TextPosition position) {
                shown.append(position.getUnicode());
            }
        }.getText(document);
        return shown.toString();
    }

    private static Set<PDFont> fonts(PDDocument document) throws IOException {
        Set<PDFont> fonts = new HashSet<>();
        for (PDPage page : document.getPages()) {
            for (COSName name : page.getResources().getFontNames()) {
                fonts.add(page.getResources().getFont(name));
            }
        }
        return fonts;
    }
}
