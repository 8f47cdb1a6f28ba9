package stt.web.subtitles;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Writes cues down. */
public final class Subtitles {

    private Subtitles() {}

    /** SubRip: numbered cues, a comma before the milliseconds; empty without cues. */
    public static String subRip(List<Cue> cues) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < cues.size(); i++) {
            Cue cue = cues.get(i);
            text.append(i + 1).append('\n');
            text.append(time(cue.start(), ','))
                    .append(" --> ")
                    .append(time(cue.end(), ','))
                    .append('\n');
            // An arrow within the text would be taken for a line of times.
            cue.lines()
                    .forEach(line -> text.append(line.replace("-->", "\u2192")).append('\n'));
            text.append('\n');
        }
        return text.toString();
    }

    /** WebVTT (W3C): its header, then cues whose text is escaped, with a voice tag where the speaker is known. */
    public static String webVtt(List<Cue> cues) {
        StringBuilder text = new StringBuilder("WEBVTT\n\n");
        for (Cue cue : cues) {
            text.append(time(cue.start(), '.'))
                    .append(" --> ")
                    .append(time(cue.end(), '.'))
                    .append('\n');
            text.append(cue.speaker().map(name -> "<v " + escaped(name) + ">").orElse(""));
            cue.lines().forEach(line -> text.append(escaped(line)).append('\n'));
            text.append('\n');
        }
        return text.toString();
    }

    private static String escaped(String line) {
        return line.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String time(Duration time, char point) {
        return String.format(
                Locale.ROOT,
                "%02d:%02d:%02d%c%03d",
                time.toHours(),
                time.toMinutesPart(),
                time.toSecondsPart(),
                point,
                time.toMillisPart());
    }
}
