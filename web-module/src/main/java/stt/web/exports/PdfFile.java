package stt.web.exports;

import com.lowagie.text.Phrase;
import java.awt.Color;
import java.io.IOException;
import java.io.OutputStream;
import stt.transcripts.ShownSegment;
import stt.web.exports.PdfFonts.Look;

/** A PDF: title and facts, then a paragraph for each segment. */
final class PdfFile {

    private static final Look TITLE = new Look(18, true, Color.BLACK);
    private static final Look FACT = new Look(9, false, Color.DARK_GRAY);
    private static final Look TIME = new Look(8, false, Color.GRAY);
    private static final Look SPEAKER = new Look(10, true, Color.BLACK);
    private static final Look TEXT = new Look(10, false, Color.BLACK);

    private PdfFile() {}

    static void write(Export export, OutputStream out) throws IOException {
        PdfFonts fonts = new PdfFonts(export.language(), export.fonts());
        PdfPages pages = new PdfPages(out, export.title(), export.language(), fonts);
        paragraph(pages, fonts, export.title(), TITLE);
        for (String fact : export.facts()) {
            paragraph(pages, fonts, fact, FACT);
        }
        for (ShownSegment segment : export.segments()) {
            String text = segment.segment().text();
            Phrase phrase = new Phrase();
            fonts.add(phrase, Export.clock(segment.segment().start()) + "  ", TIME);
            export.speaker(segment).ifPresent(name -> fonts.add(phrase, name + ": ", SPEAKER));
            fonts.add(phrase, text, TEXT);
            pages.add(phrase, TEXT.size(), Direction.isRightToLeft(text));
        }
        pages.end();
    }

    private static void paragraph(PdfPages pages, PdfFonts fonts, String text, Look look) {
        Phrase phrase = new Phrase();
        fonts.add(phrase, text, look);
        pages.add(phrase, look.size(), Direction.isRightToLeft(text));
    }
}
