package stt.web.subtitles;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads WebVTT as its standard's syntax (not its forgiving parser) has it, without cue settings, notes and tags. */
final class StrictWebVtt {

    private static final Pattern TIMES = Pattern.compile(
            "(\\d{2,}):([0-5]\\d):([0-5]\\d)\\.(\\d{3}) --> (\\d{2,}):([0-5]\\d):([0-5]\\d)\\.(\\d{3})");
    private static final Pattern TEXT = Pattern.compile("(?:[^&<>]|&(?:amp|lt|gt|lrm|rlm|nbsp);)+");

    private StrictWebVtt() {}

    static List<Cue> parse(String text) {
        if (!text.startsWith("WEBVTT\n\n") || text.contains("\r") || text.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("the header is malformed");
        }
        List<Cue> cues = new ArrayList<>();
        String body = text.substring("WEBVTT\n\n".length());
        if (body.isEmpty()) {
            return cues;
        }
        if (!body.endsWith("\n\n")) {
            throw new IllegalArgumentException("every cue ends with a blank line");
        }
        for (String block : body.substring(0, body.length() - 2).split("\n\n", -1)) {
            cues.add(cue(block.split("\n", -1)));
        }
        return cues;
    }

    private static Cue cue(String[] lines) {
        Matcher times = TIMES.matcher(lines[0]);
        if (!times.matches() || lines.length < 2) {
            throw new IllegalArgumentException("malformed cue: " + String.join("|", lines));
        }
        List<String> said = new ArrayList<>();
        for (String line : List.of(lines).subList(1, lines.length)) {
            if (line.isBlank() || line.contains("-->") || !TEXT.matcher(line).matches()) {
                throw new IllegalArgumentException("malformed text: " + line);
            }
            said.add(line.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&"));
        }
        return new Cue(time(times, 1), time(times, 5), said);
    }

    private static Duration time(Matcher times, int group) {
        return Duration.ofHours(Long.parseLong(times.group(group)))
                .plusMinutes(Long.parseLong(times.group(group + 1)))
                .plusSeconds(Long.parseLong(times.group(group + 2)))
                .plusMillis(Long.parseLong(times.group(group + 3)));
    }
}
