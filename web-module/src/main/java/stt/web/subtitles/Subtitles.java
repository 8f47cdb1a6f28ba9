package stt.web.subtitles;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes cues down. */
public final class Subtitles {

    private Subtitles() {}

    /** The first line of WebVTT. */
    public static final String WEBVTT = "WEBVTT\n\n";

    /** SubRip: numbered cues, a comma before the milliseconds; empty without cues. */
    public static String subRip(List<Cue> cues) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < cues.size(); i++) {
            text.append(subRip(i + 1, cues.get(i)));
        }
        return text.toString();
    }

    /** One cue of SubRip, number {@code number} from 1 on. */
    public static String subRip(int number, Cue cue) {
        StringBuilder text = new StringBuilder();
        text.append(number).append('\n');
        text.append(time(cue.start(), ','))
                .append(" --> ")
                .append(time(cue.end(), ','))
                .append('\n');
        // An arrow within the text would be taken for a line of times.
        cue.lines().forEach(line -> text.append(line.replace("-->", "\u2192")).append('\n'));
        return text.append('\n').toString();
    }

    /** WebVTT (W3C): its header, then cues whose text is escaped, with a voice tag where the speaker is known. */
    public static String webVtt(List<Cue> cues) {
        StringBuilder text = new StringBuilder(WEBVTT);
        cues.forEach(cue -> text.append(webVtt(cue)));
        return text.toString();
    }

    /** One cue of WebVTT. */
    public static String webVtt(Cue cue) {
        StringBuilder text = new StringBuilder();
        text.append(time(cue.start(), '.'))
                .append(" --> ")
                .append(time(cue.end(), '.'))
                .append('\n');
        text.append(cue.speaker().map(name -> "<v " + escaped(name) + ">").orElse(""));
        cue.lines().forEach(line -> text.append(escaped(line)).append('\n'));
        return text.append('\n').toString();
    }

    /** A comment of WebVTT with these lines. */
    public static String webVttNote(List<String> lines) {
        return lines.stream()
                .map(line -> line.replaceAll("\\R", " ").replace("-->", "\u2192") + "\n")
                .filter(line -> !line.isBlank())
                .collect(Collectors.joining("", "NOTE\n", "\n"));
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
