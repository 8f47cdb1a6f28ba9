package stt.web.exports;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import stt.transcripts.ShownSegment;

/** Plain text: a head, then a line for each segment. */
final class TextFile {

    private TextFile() {}

    static void write(Export export, OutputStream out) throws IOException {
        Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        text.write(export.title() + "\n");
        for (String fact : export.facts()) {
            text.write(fact + "\n");
        }
        text.write("\n");
        for (ShownSegment segment : export.segments()) {
            text.write("[" + Export.clock(segment.segment().start()) + "] ");
            text.write(export.speaker(segment).map(name -> name + ": ").orElse(""));
            text.write(segment.segment().text().replaceAll("\\R", " ") + "\n");
        }
        text.flush();
    }
}
