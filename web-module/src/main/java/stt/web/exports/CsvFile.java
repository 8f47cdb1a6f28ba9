package stt.web.exports;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import stt.transcripts.ShownSegment;

/** A table (RFC 4180) with a row for each segment; title and date stand in each row, as a table has no other place. */
final class CsvFile {

    private static final String HEADER = "number,start,end,speaker,text,original_text,title,date\r\n";
    private static final int MILLIS_DIGITS = 3;

    /** What makes a cell a formula, also in full width, as Japanese spreadsheets take it. */
    private static final String FORMULA = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20";

    private CsvFile() {}

    static void write(Export export, OutputStream out) throws IOException {
        Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        text.write(HEADER);
        for (ShownSegment segment : export.segments()) {
            text.write(row(export, segment));
        }
        text.flush();
    }

    private static String row(Export export, ShownSegment segment) {
        return Stream.of(
                        Integer.toString(segment.order() + 1),
                        seconds(segment.segment().start()),
                        seconds(segment.segment().end()),
                        cell(segment.speaker().orElse("")),
                        cell(segment.segment().text()),
                        cell(segment.originalText().orElse("")),
                        cell(export.title()),
                        export.created().toString())
                .collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String seconds(Duration time) {
        return BigDecimal.valueOf(time.toMillis(), MILLIS_DIGITS).toPlainString();
    }

    /** {@code text} as a cell that no spreadsheet computes. */
    static String cell(String text) {
        String clean = text.replace("\0", "");
        String safe = isFormula(clean) ? "'" + clean : clean;
        boolean plain = safe.chars().noneMatch(c -> c == '"' || c == ',' || c == '\r' || c == '\n')
                && safe.equals(safe.strip());
        return plain ? safe : '"' + safe.replace("\"", "\"\"") + '"';
    }

    /** Spreadsheets skip spaces before they look. */
    private static boolean isFormula(String text) {
        String stripped = text.replaceFirst("^[ \\u00a0\\u3000\\ufeff]+", "");
        return !stripped.isEmpty() && FORMULA.indexOf(stripped.charAt(0)) >= 0;
    }
}
