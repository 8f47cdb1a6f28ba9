package stt.web.exports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.junit.jupiter.api.Test;

/** Read back with Apache POI. */
class DocxFileTest {

    @Test
    void hasTitleDateSpeakersAndTimes() throws IOException {
        try (XWPFDocument document = read(Spoken.transcript(
                "Board <1> & more",
                "de",
                List.of("Anna", "Bo"),
                List.of("Grüße.", "\u0393\u03b5\u03b9\u03ac \ud83c\udf89")))) {
            assertThat(document.getParagraphs())
                    .extracting(XWPFParagraph::getText)
                    .containsExactly(
                            "Board <1> & more",
                            "Date: 2026-11-25 09:30 UTC",
                            "Length: 00:00:10",
                            "Speakers: Anna, Bo",
                            "00:00:00 Anna: Grüße.",
                            "00:00:05 Bo: \u0393\u03b5\u03b9\u03ac \ud83c\udf89");
            assertThat(document.getParagraphs().get(0).getStyle()).isEqualTo("Title");
            assertThat(document.getParagraphs().get(4).getRuns().get(1).isBold())
                    .isTrue();
            assertThat(document.getProperties().getCoreProperties().getTitle()).isEqualTo("Board <1> & more");
            assertThat(document.getProperties().getCoreProperties().getCreated())
                    .isEqualTo("2026-11-25T09:30:15Z");
        }
    }

    @Test
    void whatXmlCannotSayIsLeftOut() throws IOException {
        try (XWPFDocument document =
                read(Spoken.transcript("a\u0001b\ud800c", "en", List.of(), List.of("x\u000b\ufffey\nz")))) {
            assertThat(document.getParagraphs().get(0).getText()).isEqualTo("abc");
            assertThat(document.getParagraphs().get(3).getText()).isEqualTo("00:00:00 xy\nz");
        }
    }

    @Test
    void arabicRunsFromRightToLeft() throws IOException {
        try (XWPFDocument document =
                read(Spoken.transcript("a", "ar", List.of(), List.of("\u0645\u0631\u062d\u0628\u0627", "Hi")))) {
            assertThat(document.getParagraphs().get(3).getCTP().getPPr().isSetBidi())
                    .isTrue();
            assertThat(document.getParagraphs()
                            .get(3)
                            .getRuns()
                            .get(1)
                            .getCTR()
                            .getRPr()
                            .getRtlList())
                    .isNotEmpty();
            assertThat(document.getParagraphs().get(4).getCTP().isSetPPr()).isFalse();
        }
    }

    private static XWPFDocument read(Export export) throws IOException {
        return new XWPFDocument(new ByteArrayInputStream(Spoken.bytes(ExportFormat.DOCX, export)));
    }
}
