package stt.web.exports;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.xml.stream.XMLStreamException;
import stt.transcripts.ShownSegment;

/** A Word document (ECMA-376, transitional): its parts, one after the other. */
final class DocxFile {

    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.";

    private static final String TYPES = HEAD + "<Types xmlns=\"" + PACKAGE + "content-types\">"
            + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
            + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
            + "<Override PartName=\"/word/document.xml\" ContentType=\"" + WORD + "document.main+xml\"/>"
            + "<Override PartName=\"/word/styles.xml\" ContentType=\"" + WORD + "styles+xml\"/>"
            + "<Override PartName=\"/docProps/core.xml\""
            + " ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/></Types>";

    private static final String PARTS = HEAD + "<Relationships xmlns=\"" + PACKAGE + "relationships\">"
            + "<Relationship Id=\"rId1\" Type=\"" + OFFICE + "/officeDocument\" Target=\"word/document.xml\"/>"
            + "<Relationship Id=\"rId2\" Type=\"" + PACKAGE
            + "relationships/metadata/core-properties\" Target=\"docProps/core.xml\"/></Relationships>";

    private static final String DOCUMENT_PARTS = HEAD + "<Relationships xmlns=\"" + PACKAGE + "relationships\">"
            + "<Relationship Id=\"rId1\" Type=\"" + OFFICE + "/styles\" Target=\"styles.xml\"/></Relationships>";

    private static final String STYLES = HEAD + "<w:styles xmlns:w=\"" + DocxText.WORD + "\">"
            + "<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val=\"22\"/><w:szCs w:val=\"22\"/></w:rPr></w:rPrDefault>"
            + "<w:pPrDefault><w:pPr><w:spacing w:after=\"120\"/></w:pPr></w:pPrDefault></w:docDefaults>"
            + "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/><w:qFormat/></w:style>"
            + "<w:style w:type=\"paragraph\" w:styleId=\"Title\"><w:name w:val=\"Title\"/><w:basedOn w:val=\"Normal\"/><w:qFormat/>"
            + "<w:rPr><w:b/><w:bCs/><w:sz w:val=\"36\"/><w:szCs w:val=\"36\"/></w:rPr></w:style></w:styles>";

    private DocxFile() {}

    static void write(Export export, OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        part(zip, "[Content_Types].xml", TYPES);
        part(zip, "_rels/.rels", PARTS);
        part(zip, "docProps/core.xml", properties(export));
        part(zip, "word/styles.xml", STYLES);
        part(zip, "word/_rels/document.xml.rels", DOCUMENT_PARTS);
        zip.putNextEntry(new ZipEntry("word/document.xml"));
        try {
            text(export, zip);
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
        zip.closeEntry();
        zip.finish();
    }

    private static void text(Export export, ZipOutputStream zip) throws XMLStreamException {
        DocxText text = new DocxText(new Unclosed(zip));
        text.begin();
        text.paragraph("Title", export.title());
        for (String fact : export.facts()) {
            text.paragraph("", fact);
        }
        for (ShownSegment segment : export.segments()) {
            text.speech(
                    Export.clock(segment.segment().start()),
                    export.speaker(segment),
                    segment.segment().text());
        }
        text.end();
    }

    private static void part(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private static String properties(Export export) {
        String time = export.created().truncatedTo(ChronoUnit.SECONDS).toString();
        return HEAD + "<cp:coreProperties xmlns:cp=\"" + PACKAGE + "metadata/core-properties\""
                + " xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\""
                + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">"
                + "<dc:title>" + escaped(export.title()) + "</dc:title>"
                + "<dc:language>" + escaped(export.language()) + "</dc:language>"
                + "<dcterms:created xsi:type=\"dcterms:W3CDTF\">" + time + "</dcterms:created></cp:coreProperties>";
    }

    private static String escaped(String text) {
        return DocxText.legal(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** The XML writer must not close the archive with the part. */
    private static final class Unclosed extends FilterOutputStream {

        Unclosed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
