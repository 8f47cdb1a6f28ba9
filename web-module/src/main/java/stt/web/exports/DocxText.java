package stt.web.exports;

import java.io.OutputStream;
import java.util.Optional;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** The text of a Word document, paragraph by paragraph. Not thread-safe. */
final class DocxText {

    /** The namespace of WordprocessingML. */
    static final String WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    private static final String GREY = "666666";

    private final XMLStreamWriter xml;

    DocxText(OutputStream out) throws XMLStreamException {
        xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, "UTF-8");
    }

    void begin() throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        xml.setPrefix("w", WORD);
        xml.writeStartElement(WORD, "document");
        xml.writeNamespace("w", WORD);
        xml.writeStartElement(WORD, "body");
    }

    /** A paragraph of its own style; empty: the usual one. */
    void paragraph(String style, String text) throws XMLStreamException {
        boolean rightToLeft = Direction.isRightToLeft(text);
        beginParagraph(style, rightToLeft);
        run(text, Look.PLAIN, rightToLeft);
        xml.writeEndElement();
    }

    /** What somebody says at some time. */
    void speech(String time, Optional<String> speaker, String text) throws XMLStreamException {
        boolean rightToLeft = Direction.isRightToLeft(text);
        beginParagraph("", rightToLeft);
        run(time + " ", Look.GREY, false);
        if (speaker.isPresent()) {
            run(speaker.get() + ": ", Look.BOLD, Direction.isRightToLeft(speaker.get()));
        }
        run(text, Look.PLAIN, rightToLeft);
        xml.writeEndElement();
    }

    void end() throws XMLStreamException {
        xml.writeStartElement(WORD, "sectPr");
        empty("pgSz", "w", "11906", "h", "16838"); // A4, in twentieths of a point
        empty(
                "pgMar", "top", "1134", "right", "1134", "bottom", "1134", "left", "1134", "header", "567", "footer",
                "567", "gutter", "0");
        xml.writeEndElement();
        xml.writeEndDocument();
        xml.flush();
    }

    /** {@code text} without what XML 1.0 cannot say (section 2.2). */
    static String legal(String text) {
        return text.codePoints()
                .filter(c ->
                        c == '\t' || c == '\n' || (c >= 0x20 && c < 0xd800) || (c > 0xdfff && c < 0xfffe) || c > 0xffff)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private enum Look {
        PLAIN,
        BOLD,
        GREY
    }

    private void beginParagraph(String style, boolean rightToLeft) throws XMLStreamException {
        xml.writeStartElement(WORD, "p");
        if (style.isEmpty() && !rightToLeft) {
            return;
        }
        xml.writeStartElement(WORD, "pPr");
        if (!style.isEmpty()) {
            empty("pStyle", "val", style);
        }
        if (rightToLeft) {
            empty("bidi");
        }
        xml.writeEndElement();
    }

    private void run(String text, Look look, boolean rightToLeft) throws XMLStreamException {
        String[] lines = legal(text).split("\\R", -1);
        xml.writeStartElement(WORD, "r");
        look(look, rightToLeft);
        for (int i = 0; i < lines.length; i++) {
            if (i > 0) {
                empty("br");
            }
            xml.writeStartElement(WORD, "t");
            xml.writeAttribute("xml", "http://www.w3.org/XML/1998/namespace", "space", "preserve");
            xml.writeCharacters(lines[i]);
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    /** In the order of the schema (ECMA-376, section 17.3.2.28). */
    private void look(Look look, boolean rightToLeft) throws XMLStreamException {
        if (look == Look.PLAIN && !rightToLeft) {
            return;
        }
        xml.writeStartElement(WORD, "rPr");
        if (look == Look.BOLD) {
            empty("b");
            empty("bCs");
        } else if (look == Look.GREY) {
            empty("color", "val", GREY);
        }
        if (rightToLeft) {
            empty("rtl");
        }
        xml.writeEndElement();
    }

    private void empty(String name, String... attributes) throws XMLStreamException {
        xml.writeEmptyElement(WORD, name);
        for (int i = 0; i < attributes.length; i += 2) {
            xml.writeAttribute("w", WORD, attributes[i], attributes[i + 1]);
        }
    }
}
