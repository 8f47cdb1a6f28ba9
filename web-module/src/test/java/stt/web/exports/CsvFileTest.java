package stt.web.exports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvFileTest {

    @Test
    void hasAHeaderAndARowForEachSegment() {
        Export export = Spoken.transcript("Q3, final", "en", List.of("Anna", "Bo"), List.of("Hello, \"all\".", "a\nb"));

        assertThat(Spoken.text(ExportFormat.CSV, export))
                .isEqualTo("number,start,end,speaker,text,original_text,title,date\r\n"
                        + "1,0.000,4.500,Anna,\"Hello, \"\"all\"\".\",,\"Q3, final\",2026-11-25T09:30:15.250Z\r\n"
                        + "2,5.000,9.500,Bo,\"a\nb\",,\"Q3, final\",2026-11-25T09:30:15.250Z\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+1",
                "-2+3",
                "@SUM(A1)",
                "\t=1",
                "\r=1",
                "\n=1",
                "  =1",
                "\u00a0=1",
                "\u3000=1",
                "\u0000=1",
                "\uff1dcmd",
                "=HYPERLINK(\"http://evil\",\"x\")"
            })
    void noCellIsAFormula(String text) {
        assertThat(CsvFile.cell(text)).matches("(?s)\"?'.*");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Hello", "a-b", "1=1", "'quoted'", "\u6f22\u5b57"})
    void whatIsHarmlessStaysAsItIs(String text) {
        assertThat(CsvFile.cell(text)).isEqualTo(text);
    }

    @Test
    void spaceAtTheEndsIsKeptInQuotes() {
        assertThat(CsvFile.cell(" a ")).isEqualTo("\" a \"");
    }
}
