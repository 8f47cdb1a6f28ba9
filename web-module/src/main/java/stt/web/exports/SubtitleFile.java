package stt.web.exports;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import stt.transcripts.ShownSegment;
import stt.web.subtitles.Cue;
import stt.web.subtitles.Cues;
import stt.web.subtitles.Subtitles;

/** Subtitles, cut while the segments come. SubRip has no place for title and date. */
final class SubtitleFile {

    private SubtitleFile() {}

    static void subRip(Export export, OutputStream out) throws IOException {
        Writer text = writer(out);
        Cues cues = Cues.namingCutter();
        int number = 1;
        for (ShownSegment segment : export.segments()) {
            for (Cue cue : cues.next(segment.segment(), export.speaker(segment))) {
                text.write(Subtitles.subRip(number++, cue));
            }
        }
        text.flush();
    }

    static void webVtt(Export export, OutputStream out) throws IOException {
        Writer text = writer(out);
        List<String> head = new ArrayList<>(List.of(export.title()));
        head.addAll(export.facts());
        text.write(Subtitles.WEBVTT);
        text.write(Subtitles.webVttNote(head));
        Cues cues = Cues.cutter();
        for (ShownSegment segment : export.segments()) {
            for (Cue cue : cues.next(segment.segment(), export.speaker(segment))) {
                text.write(Subtitles.webVtt(cue));
            }
        }
        text.flush();
    }

    private static Writer writer(OutputStream out) {
        return new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    }
}
