package stt.web.library;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import stt.transcripts.ShownSegment;
import stt.transcripts.TranscriptDetail;
import stt.web.json.Json;

/**
 * A transcript as JSON, written while it is read.
 *
 * @param texts of the segments, as they are shown
 * @param segments the same segments
 */
public record TranscriptStream(TranscriptDetail detail, Iterable<String> texts, Iterable<ShownSegment> segments) {

    /** Writes a {@link KeptTranscriptJson}; {@code out} stays open. */
    public void write(OutputStream out) throws IOException {
        Writer json = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        String head = Json.FORMAT.toJson(KeptTranscriptJson.head(detail));
        json.write(head, 0, head.length() - 1); // without its last brace
        json.write(",\"text\":\"");
        String space = "";
        for (String text : texts) {
            json.write(space);
            String quoted = Json.FORMAT.toJson(text);
            json.write(quoted, 1, quoted.length() - 2);
            space = " ";
        }
        json.write("\",\"segments\":[");
        String comma = "";
        for (ShownSegment segment : segments) {
            json.write(comma);
            json.write(Json.FORMAT.toJson(KeptSegmentJson.of(segment)));
            comma = ",";
        }
        json.write("]}");
        json.flush();
    }
}
