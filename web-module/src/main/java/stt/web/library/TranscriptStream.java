package stt.web.library;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import stt.transcripts.Library;
import stt.transcripts.ShownSegment;
import stt.transcripts.TranscriptDetail;
import stt.web.json.Json;

/**
 * A transcript as JSON, written while it is read.
 *
 * @param position in the queue, while it waits there
 * @param texts of the segments, as they are shown
 * @param segments the same segments
 */
public record TranscriptStream(
        TranscriptDetail detail, OptionalInt position, Iterable<String> texts, Iterable<ShownSegment> segments) {

    /** That of a transcript in {@code library}; what there is to read is read when it is written. */
    public static TranscriptStream of(Library library, OwnTranscript own, OptionalInt position) {
        return new TranscriptStream(
                library.detail(own.account(), own.id()),
                position,
                new PagedReading<>((from, most) -> library.texts(own.account(), own.id(), from, most)),
                new PagedReading<>((from, most) -> library.segments(own.account(), own.id(), from, most)));
    }

    /** Writes a {@link KeptTranscriptJson}; {@code out} stays open. */
    public void write(OutputStream out) throws IOException {
        Writer json = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        String head = Json.FORMAT.toJson(KeptTranscriptJson.head(detail, position));
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
