package stt.web.exports;

import com.lowagie.text.Document;
import com.lowagie.text.Element;
import com.lowagie.text.PageSize;
import com.lowagie.text.Phrase;
import com.lowagie.text.pdf.ColumnText;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfPageEventHelper;
import com.lowagie.text.pdf.PdfString;
import com.lowagie.text.pdf.PdfWriter;
import java.awt.Color;
import java.io.OutputStream;
import stt.web.exports.PdfFonts.Look;

/** Pages of A4, filled from above with paragraphs; each is written when it is full. Not thread-safe. */
final class PdfPages {

    private static final float MARGIN = 56; // points: 2 cm
    private static final float LEADING = 1.4f; // times the size of the letters
    private static final float AFTER = 5; // points between paragraphs
    private static final Look NUMBER = new Look(8, false, Color.GRAY);

    private final Document document;
    private final PdfWriter writer;
    private float top;

    /** Begins a document; {@code out} stays open. */
    PdfPages(OutputStream out, String title, String language, PdfFonts fonts) {
        document = new Document(PageSize.A4, MARGIN, MARGIN, MARGIN, MARGIN);
        writer = PdfWriter.getInstance(document, out);
        writer.setCloseStream(false);
        writer.setPageEvent(new Numbers(fonts));
        document.addTitle(title);
        document.open();
        writer.getExtraCatalog().put(PdfName.LANG, new PdfString(language));
        top = document.top();
    }

    /** A paragraph of letters of {@code size}, on as many pages as it takes. */
    void add(Phrase phrase, float size, boolean rightToLeft) {
        ColumnText column = new ColumnText(writer.getDirectContent());
        column.setRunDirection(rightToLeft ? PdfWriter.RUN_DIRECTION_RTL : PdfWriter.RUN_DIRECTION_LTR);
        column.setLeading(size * LEADING);
        column.setText(phrase);
        if (top - size * LEADING < document.bottom()) {
            newPage();
        }
        column.setSimpleColumn(document.left(), document.bottom(), document.right(), top);
        while (ColumnText.hasMoreText(column.go())) {
            newPage();
            column.setSimpleColumn(document.left(), document.bottom(), document.right(), top);
        }
        writer.setPageEmpty(false);
        top = column.getYLine() - AFTER;
    }

    /** Writes the rest. */
    void end() {
        document.close();
    }

    private void newPage() {
        writer.setPageEmpty(false);
        document.newPage();
        top = document.top();
    }

    private static final class Numbers extends PdfPageEventHelper {

        private final PdfFonts fonts;

        Numbers(PdfFonts fonts) {
            this.fonts = fonts;
        }

        @Override
        public void onEndPage(PdfWriter page, Document document) {
            Phrase number = new Phrase();
            fonts.add(number, Integer.toString(page.getPageNumber()), NUMBER);
            float middle = (document.left() + document.right()) / 2;
            ColumnText.showTextAligned(page.getDirectContent(), Element.ALIGN_CENTER, number, middle, MARGIN / 2, 0);
        }
    }
}
